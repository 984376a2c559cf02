// The way out: replaces this page and its entry in the history with an ordinary site. The link
// does the same without script, by way of the server.
"use strict";
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = () => {
    document.documentElement.classList.add("gone");
    document.title = "";
    // What was answered in steps and not sent is forgotten there too.
    if (link.search) navigator.sendBeacon(link.href);
    window.location.replace(link.dataset.to);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let last = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - last < 1000) leave();
    last = event.timeStamp;
  });
  // What is typed into a form in steps goes along a moment later, so that a reload loses nothing.
  // The service keeps it in memory for half an hour, and nobody reads it before it is sent.
  const steps = document.getElementById("steps");
  if (steps && link.search) {
    let soon = 0;
    const keep = () => {
      clearTimeout(soon);
      soon = 0;
      const typed = new URLSearchParams(new FormData(steps));
      typed.set("go", "keep");
      navigator.sendBeacon(steps.action, typed);
    };
    steps.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(keep, 400);
    });
    document.addEventListener("visibilitychange", () => {
      if (soon && document.hidden) keep();
    });
    steps.addEventListener("submit", () => {
      clearTimeout(soon);
      soon = 0;
    });
  }
  // Somebody who comes back by the browser's arrow finds nothing kept open.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
