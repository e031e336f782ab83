package cabildo.web;

import cabildo.kernel.Actor;

/// Tells who acts in the present request; `accounts` knows.
public interface CurrentActor {
  Actor get();
}
