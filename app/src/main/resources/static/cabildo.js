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

// A form is sent once, however fast its button is pressed twice.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 3000);
});
