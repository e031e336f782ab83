// Comfort only: every page works without this file.
"use strict";

// Escape hides the glossary tip under the pointer or the focus; the next movement allows tips again.
const page = document.documentElement;
addEventListener("keydown", (event) => {
  if (event.key === "Escape") page.classList.add("tips-off");
});
for (const kind of ["pointerover", "focusin"]) {
  addEventListener(kind, (event) => {
    if (kind === "focusin" || !event.target.closest?.(".term")) page.classList.remove("tips-off");
  });
}

// A form that came back with errors is announced, and its summary is where the keyboard starts.
document.querySelector(".error-summary")?.focus();

// A form is sent once, however often its button is pressed; coming back with the browser's button frees it again.
addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// What is folded away on screen is printed.
addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((fold) => {
  fold.open = true;
  addEventListener("afterprint", () => (fold.open = false), { once: true });
}));
