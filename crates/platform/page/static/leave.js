// The way out: replaces this page and its entry in the history with an ordinary site. The link
// does the same without script, by way of the server.
"use strict";
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = () => {
    document.documentElement.classList.add("gone");
    document.title = "";
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
  // Somebody who comes back by the browser's arrow finds nothing kept open.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
