"use strict";
(() => {
  const root = document.documentElement;
  const grid = document.getElementById("texts");
  const wide = matchMedia("screen and (min-width: 1180px), print");
  const narrow = matchMedia("(max-width: 719.98px)");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, look, text = "") => {
    const made = document.createElement(name);
    made.className = look;
    made.textContent = text;
    return made;
  };

  // What was found, and every place on the page that shows it.
  const findings = new Map();
  for (const entry of all(".register > .entry")) {
    const confidence = entry.dataset.c === undefined ? 2 : Number(entry.dataset.c);
    findings.set(entry.id, { address: entry.id, entry, edition: entry.dataset.e, kind: entry.dataset.k, confidence, places: [], on: true });
  }
  const places = all("[data-f]", grid);
  const shownBy = (place) => place.dataset.f.split(" ").map((address) => findings.get(address)).filter(Boolean);
  for (const place of places) {
    for (const finding of shownBy(place)) finding.places.push(place);
  }
  for (const one of findings.values()) one.answer = all(".at a", one.entry).at(-1)?.hash;
  for (const finding of findings.values()) finding.lead = finding.places.find((place) => place.matches("a")) || finding.places[0];
  // Addresses of findings lead into the texts from here on, by the browser's own means; the register has them without script.
  for (const one of findings.values()) {
    if (!one.lead || one.lead.id) continue;
    one.entry.removeAttribute("id");
    one.entry.dataset.address = one.address;
    one.lead.id = one.address;
  }
  const before = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  const inOrder = [...findings.values()].filter((one) => one.lead).sort((a, b) => (a.lead === b.lead ? 0 : before(a.lead, b.lead)));

  // Editions: two beside the base where there is room, else one.
  const editions = [...new Set(all(".head.ed, .ed", grid).map((cell) => cell.className.match(/\be(\d+)\b/)[1]))];
  let chosen = editions.slice(0, 2); // the latest choice first
  const shown = () => chosen.slice(0, wide.matches ? 2 : 1).sort((a, b) => a - b);
  const arrange = () => {
    const now = shown();
    const sides = now.length > 1 ? ["left", "right"] : ["right"];
    grid.classList.toggle("duo", now.length > 1);
    grid.classList.toggle("solo", now.length < 2);
    for (const number of editions) {
      const side = now.includes(number) ? sides[now.indexOf(number)] : "away";
      for (const cell of all(`.e${number}`, grid)) {
        cell.classList.toggle("away", side === "away");
        if (cell.matches(".ed, .head")) {
          cell.classList.toggle("left", side === "left");
          cell.classList.toggle("right", side === "right");
        }
      }
      for (const button of all(`.editions [data-e="${number}"]`)) button.setAttribute("aria-pressed", String(now.includes(number)));
    }
  };
  const choose = (number) => {
    const now = shown();
    if (!now.includes(number)) chosen = [number, ...chosen.filter((one) => one !== number)];
    else if (now.length > 1) chosen = now.filter((one) => one !== number);
    else return;
    update();
  };

  // Filters.
  const slider = document.getElementById("confidence");
  const position = document.getElementById("position");
  let current = null;
  const listed = () => inOrder.filter((one) => one.on);
  const count = () => {
    const list = listed();
    const at = list.indexOf(current);
    const of = list.length === inOrder.length ? `${list.length}` : `${list.length} of ${inOrder.length}`;
    position.textContent = at < 0 ? `${of} ${inOrder.length === 1 ? "finding" : "findings"}` : `${at + 1} / ${of}`;
  };
  const filter = () => {
    const kinds = new Set(all("[name=kind]:checked").map((box) => box.value));
    const now = shown();
    const counts = {};
    for (const one of findings.values()) {
      const passes = one.confidence >= Number(slider.value) - 1e-9 && now.includes(one.edition);
      one.on = passes && kinds.has(one.kind);
      one.entry.classList.toggle("off", !one.on);
      if (passes) counts[one.kind] = (counts[one.kind] || 0) + 1;
    }
    for (const number of all("[data-count]")) number.textContent = counts[number.dataset.count] || 0;
    slider.nextElementSibling.textContent = Number(slider.value).toFixed(2);
    for (const place of places) {
      const first = shownBy(place).find((one) => one.on);
      place.classList.toggle("off", !first);
      if (place.matches("a")) place.tabIndex = first ? 0 : -1;
      if (!first || !place.matches(".m")) continue;
      const mark = ["changed", "omitted", "added"].find((one) => first.entry.classList.contains(one));
      place.classList.remove("changed", "omitted", "added");
      place.classList.add(mark);
      if (place.matches("a")) place.setAttribute("href", `#${first.address}`);
    }
    for (const gap of all(".gap", grid)) gap.classList.toggle("off", Boolean(gap.querySelector(".off")));
    count();
  };

  // Ribbons, from where the texts really stand.
  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, said] of Object.entries(attributes)) made.setAttribute(key, said);
    return made;
  };
  const canvas = svg("svg", { class: "ribbons", "aria-hidden": "true" });
  grid.append(canvas);
  const markOf = (one) => ["kept", "changed", "moved", "omitted", "added", "unasked"].find((mark) => one.classList.contains(mark));
  const band = (a, b, look) => {
    const middle = (a.x + b.x) / 2;
    const d = `M${a.x} ${a.top}C${middle} ${a.top} ${middle} ${b.top} ${b.x} ${b.top}V${b.bottom}C${middle} ${b.bottom} ${middle} ${a.bottom} ${a.x} ${a.bottom}Z`;
    return svg("path", { class: look, d });
  };
  const route = (a, b, lane, look) => {
    const [from, to] = [a.top + 18, b.top + 18];
    const turn = Math.min(10, Math.abs(to - from) / 2) * Math.sign(to - from);
    const [out, into] = [Math.sign(lane - a.x) * Math.abs(turn), Math.sign(b.x - lane) * Math.abs(turn)];
    const d = `M${a.x} ${from}H${lane - out}Q${lane} ${from} ${lane} ${from + turn}V${to - turn}Q${lane} ${to} ${lane + into} ${to}H${b.x}`;
    return svg("path", { class: `route ${look}`, d });
  };
  const ends = (box, mine, other) => ({ x: mine.left < other.left ? mine.right - box.left : mine.left - box.left, top: mine.top - box.top + 4, bottom: mine.bottom - box.top - 4 });
  const draw = () => {
    if (narrow.matches) return canvas.replaceChildren();
    const box = grid.getBoundingClientRect();
    const shapes = []; // put on the page at the end, or each would have the page laid out anew
    let lanes = 0;
    for (const answer of all(".para, .ed .gap[data-b]", grid)) {
      if (answer.closest(".away")) continue;
      const mark = markOf(answer);
      const asked = answer.dataset.b ? answer.dataset.b.split(" ") : [`gap-${answer.id}`];
      const isOff = answer.matches(".off") || !tells(answer, mark);
      for (const address of asked) {
        const base = document.getElementById(address);
        if (!base) continue;
        const [ours, theirs] = [base.getBoundingClientRect(), answer.getBoundingClientRect()];
        const [a, b] = [ends(box, ours, theirs), ends(box, theirs, ours)];
        const look = `${mark}${isOff ? " off" : ""}`;
        const isFar = a.bottom + 60 < b.top || b.bottom + 60 < a.top;
        const drawn = mark === "moved" || isFar ? route(a, b, a.x + (b.x - a.x) * (0.25 + 0.25 * (lanes++ % 3)), look) : band(a, b, look);
        drawn.dataset.base = address;
        drawn.dataset.answer = answer.id;
        shapes.push(drawn);
        if (mark === "moved") for (const end of [a, b]) shapes.push(svg("circle", { class: look, cx: end.x, cy: end.top + 18, r: 4 }));
        else if (address === asked[0] && !isFar) shapes.push(sign(mark, (a.x + b.x) / 2, (a.top + b.top) / 2 + 18));
      }
    }
    const isMoved = (shape) => shape.classList.contains("moved");
    canvas.replaceChildren(...shapes.filter((one) => !isMoved(one)), ...shapes.filter(isMoved));
  };
  const sign = (mark, x, y) => {
    const text = svg("text", { class: mark, x, y });
    text.textContent = { kept: "=", changed: "~", omitted: "−", added: "+", unasked: "·" }[mark];
    return text;
  };
  // Whether the filters leave anything to say about a paragraph of an edition.
  const tells = (answer, mark) => {
    if (mark === "kept" || mark === "unasked" || !answer.matches(".para")) return true;
    const address = `#${answer.dataset.l || answer.id}`;
    return [...findings.values()].some((one) => one.on && one.answer === address);
  };
  let waiting = 0;
  const redraw = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  };
  const update = () => {
    arrange();
    filter();
    redraw();
  };

  // The paragraphs that answer the one under the pointer.
  const light = (paragraph) => {
    for (const one of all(".hot", grid).filter((hot) => !hot.matches(".m"))) one.classList.remove("hot");
    if (!paragraph) return;
    for (const ribbon of all("path", canvas)) {
      const { base, answer } = ribbon.dataset;
      if (base !== paragraph.id && answer !== paragraph.id) continue;
      ribbon.classList.add("hot");
      for (const address of [base, answer]) document.getElementById(address)?.classList.add("hot");
    }
  };
  grid.addEventListener("pointerover", (event) => light(event.target.closest(".para, .c.base:not(.slot)")));
  grid.addEventListener("pointerleave", () => light(null));

  // The card of a finding.
  const card = make("div", "card");
  card.setAttribute("role", "dialog");
  card.tabIndex = -1;
  card.hidden = true;
  document.body.append(card);
  let anchor = null;
  let pinned = false;
  let timer = 0;
  const button = (text, act, look = "") => {
    const made = make("button", look, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const fill = (list) => {
    card.replaceChildren();
    for (const one of list) {
      const copy = make("div", one.entry.className);
      const [heading, ...rest] = [...one.entry.children].map((child) => child.cloneNode(true));
      const title = make("h2", "kind");
      title.append(...heading.childNodes);
      copy.append(title, ...rest);
      card.append(copy);
    }
    const actions = make("div", "actions");
    actions.append(
      button("Copy link", (event) => copyLink(list[0], event.currentTarget)),
      button("In the register", () => leaveFor(list[0].entry)),
      button("Close", () => close(true), "close"),
    );
    card.append(actions);
    card.setAttribute("aria-label", card.querySelector("h2").textContent);
  };
  const copyLink = (one, said) => {
    const address = location.href.split("#")[0] + "#" + one.address;
    const done = () => { said.textContent = "Copied"; };
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, () => { said.textContent = address; });
    else said.textContent = address;
  };
  const leaveFor = (entry) => {
    close(false);
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "center" });
  };
  const put = (place) => {
    if (narrow.matches) return;
    const box = place.getClientRects()[0] || place.getBoundingClientRect();
    const [width, height] = [card.offsetWidth, card.offsetHeight];
    const left = Math.max(8, Math.min(box.left, root.clientWidth - width - 8));
    const below = place.getBoundingClientRect().bottom + 8;
    const above = box.top - height - 8;
    const top = below + height > innerHeight - 8 && above > 8 ? above : below;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  const open = (place, pin, only = null) => {
    clearTimeout(timer);
    const list = only ? [only] : shownBy(place).filter((one) => one.on);
    if (!list.length) return;
    unlight();
    anchor = place;
    pinned = pin;
    fill(list);
    card.hidden = false;
    for (const one of list) for (const other of one.places) if (other.matches(".m")) other.classList.add("hot");
    put(place);
  };
  const unlight = () => {
    for (const place of all(".m.hot", grid)) place.classList.remove("hot");
  };
  const close = (back) => {
    clearTimeout(timer);
    if (card.hidden) return;
    const held = card.contains(document.activeElement);
    card.hidden = true;
    pinned = false;
    unlight();
    if (back && held && anchor) anchor.focus({ preventScroll: true });
    anchor = null;
  };
  const later = (act, milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const placeOf = (event) => {
    const place = event.target.closest("[data-f]");
    return place && !place.matches(".off") ? place : null;
  };
  grid.addEventListener("pointerover", (event) => {
    const place = placeOf(event);
    if (event.pointerType === "mouse" && place && !pinned) later(() => open(place, false), 150);
  });
  grid.addEventListener("pointerout", (event) => {
    if (placeOf(event) && !pinned) later(() => close(false), 300);
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => { if (!pinned) later(() => close(false), 300); });
  grid.addEventListener("focusin", (event) => {
    const place = placeOf(event);
    if (place && place.matches(":focus-visible") && place !== anchor) open(place, false);
  });
  grid.addEventListener("focusout", (event) => {
    if (!pinned && !card.contains(event.relatedTarget)) later(() => close(false), 0);
  });
  grid.addEventListener("click", (event) => {
    const place = placeOf(event);
    if (!place) return;
    event.preventDefault();
    go(shownBy(place).find((one) => one.on), place);
    if (event.detail === 0) card.focus({ preventScroll: true });
  });
  document.addEventListener("click", (event) => {
    if (!card.hidden && event.isTrusted && !card.contains(event.target) && !event.target.closest("[data-f], .tools")) close(false);
  });

  // From finding to finding.
  const remember = (address) => {
    try { history.replaceState(null, "", `#${address}`); } catch { /* some browsers allow no file an address of its own */ }
  };
  const go = (one, place = one.lead) => {
    current = one;
    count();
    remember(one.address);
    open(place, true, place.matches(".m") && shownBy(place).length > 1 && place === one.lead ? one : null);
  };
  const visit = (one) => {
    if (!shown().includes(one.edition)) {
      choose(one.edition);
    }
    if (!one.on) relax(one);
    const place = one.lead;
    place.scrollIntoView({ block: narrow.matches ? "start" : "center" }); // on a phone the card covers the rest
    place.focus({ preventScroll: true });
    go(one, place);
  };
  const relax = (one) => {
    for (const box of all("[name=kind]")) if (box.value === one.kind) box.checked = true;
    if (one.confidence < Number(slider.value)) slider.value = slider.min;
    filter();
    redraw();
  };
  const nearest = (list, forward) => {
    const top = innerHeight * 0.35;
    const isBelow = (one) => one.lead.getBoundingClientRect().top >= top;
    return forward ? list.find(isBelow) || list[0] : list.findLast((one) => !isBelow(one)) || list.at(-1);
  };
  const step = (by) => {
    const list = listed();
    if (!list.length) return;
    const at = list.indexOf(current);
    visit(at < 0 ? nearest(list, by > 0) : list[(at + by + list.length) % list.length]);
  };
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));

  // Keys.
  const help = document.getElementById("help");
  const letters = document.getElementById("letters");
  document.getElementById("keys").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open || event.defaultPrevented) return;
    const isTurning = event.target.matches("input, summary") || event.target.closest(".cells");
    if (event.key === "Escape") close(true);
    else if (event.key === "ArrowRight" && !isTurning) step(1);
    else if (event.key === "ArrowLeft" && !isTurning) step(-1);
    else if (!letters.checked) return;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") help.showModal();
    else return;
    event.preventDefault();
  });

  // The map is one stop for the keyboard a row; arrows go along it.
  for (const row of all(".cells")) {
    const cells = all(".cell", row);
    for (const cell of cells.slice(1)) cell.tabIndex = -1;
    row.addEventListener("keydown", (event) => {
      const at = cells.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cells.length - 1 }[event.key];
      if (to === undefined || !cells[to]) return;
      event.preventDefault();
      for (const cell of cells) cell.tabIndex = -1;
      cells[to].tabIndex = 0;
      cells[to].focus();
    });
  }

  // Links to what an edition that is not shown holds.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']:not([data-f])");
    const cell = link && document.getElementById(link.hash.slice(1))?.closest(".ed.away");
    if (cell) choose(cell.className.match(/\be(\d+)\b/)[1]);
  });

  // Turning.
  for (const box of all("[name=kind]")) box.addEventListener("change", () => { close(false); filter(); redraw(); });
  slider.addEventListener("input", () => { close(false); filter(); redraw(); });
  for (const box of all("[name=texts]")) box.addEventListener("change", () => { root.dataset.texts = box.value; redraw(); });
  for (const one of all(".editions button")) one.addEventListener("click", () => choose(one.dataset.e));
  document.getElementById("theme").addEventListener("click", () => {
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });
  wide.addEventListener("change", update);
  new ResizeObserver(redraw).observe(grid);
  const tools = document.getElementById("tools");
  new ResizeObserver(() => {
    const sticks = getComputedStyle(tools).position === "sticky";
    root.style.setProperty("--bar", sticks ? `${tools.offsetHeight}px` : "0px");
  }).observe(tools);
  const follow = () => {
    const one = findings.get(decodeURIComponent(location.hash.slice(1)));
    if (one) visit(one);
  };
  addEventListener("hashchange", follow);
  addEventListener("load", () => requestAnimationFrame(follow)); // once the browser has gone to the address by itself
  update();
})();
