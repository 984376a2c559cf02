// What staff pages do with keys, and the one policy by which htmx may put fragments in.
"use strict";
(() => {
  // htmx asks only this server (its mode is same-origin, and so says the page's policy). Fragments
  // hold no element that runs or loads anything; one that does is not put in.
  if (window.trustedTypes) {
    const unwanted = /<\/?(?:script|iframe|object|embed|base|meta|link|style)\b/i;
    window.trustedTypes.createPolicy("default", {
      createHTML: (html) => (unwanted.test(html) ? "" : html),
    });
  }

  const cover = document.getElementById("cover");
  const uncover = document.getElementById("uncover");
  const title = document.title;
  let focused = null;

  const hide = () => {
    if (!cover.hidden) return;
    focused = document.activeElement;
    for (const part of document.body.children) if (part !== cover) part.inert = true;
    cover.hidden = false;
    document.title = cover.dataset.title;
    uncover.focus();
  };
  const show = () => {
    cover.hidden = true;
    for (const part of document.body.children) part.inert = false;
    document.title = title;
    if (focused) focused.focus();
  };

  if (cover && uncover) {
    // A page that nobody touches is covered after its time. What was typed is still under it; it is
    // shown again to whoever has a session, and signing in beside it gives one.
    const idle = Number(cover.dataset.idle) * 1000;
    const over = document.getElementById("signed-out");
    let touched = Date.now();
    let asks = false;
    const touch = () => {
      if (cover.hidden) touched = Date.now();
    };
    for (const kind of ["pointerdown", "keydown", "input", "wheel"]) {
      document.addEventListener(kind, touch, { capture: true, passive: true });
    }
    setInterval(() => {
      if (!idle || Date.now() - touched < idle) return;
      asks = true;
      hide();
    }, 1000);
    const isSignedIn = async () => {
      const answer = await fetch(cover.dataset.ask, { method: "HEAD", redirect: "manual" });
      return answer.type !== "opaqueredirect";
    };
    uncover.addEventListener("click", async () => {
      if (asks) {
        const signedIn = await isSignedIn().catch(() => false);
        over.hidden = signedIn;
        if (!signedIn) return;
        asks = false;
      }
      touched = Date.now();
      show();
    });
    const button = document.getElementById("hide");
    if (button) {
      button.addEventListener("click", (event) => {
        event.preventDefault();
        hide();
      });
    }
  }

  const isTyping = (element) => element instanceof Element && element.closest("input, textarea, select");
  let last = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && cover) {
      if (event.timeStamp - last < 1000) hide();
      last = event.timeStamp;
    } else if (event.key === "/" && !isTyping(event.target)) {
      const search = document.querySelector("[data-search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
})();
