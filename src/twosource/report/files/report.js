// What a script adds to a page that reads without it: layers in the texts, two texts side by side, a table to search.
// Texts are taken from the page, where each stands once; offsets are code points. Text enters the page as text only.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const ROWS = 50; // rows drawn at a time
  const REACH = 8; // words and spaces beside a passage in which it may go on: two or three words
  const LONGEST = 500; // words compared at a time: the cost is the product of both lengths

  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(name, value);
    node.append(...children.filter((child) => child !== null));
    return node;
  }
  const bdi = (text) => make("bdi", {}, text);
  const said = (text) => make("bdi", { dir: "ltr" }, text); // a sentence of the program, whatever words it holds
  const plural = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  // --- texts: code points of the text to units of the string -----------------------------------------------------
  const texts = new Map();
  function textOf(anchor) {
    if (!texts.has(anchor)) {
      const text = $(".text", document.getElementById(anchor)).textContent;
      const wide = [];
      let points = 0;
      for (let at = 0; at < text.length; at++, points++) {
        const code = text.charCodeAt(at);
        if (code >= 0xd800 && code < 0xdc00) { wide.push(points); at++; }
      }
      texts.set(anchor, { text, wide });
    }
    return texts.get(anchor);
  }
  function unit(wide, point) {
    let low = 0, high = wide.length;
    while (low < high) { const middle = (low + high) >> 1; if (wide[middle] < point) low = middle + 1; else high = middle; }
    return point + low;
  }
  function cut(anchor, start, end) {
    const { text, wide } = textOf(anchor);
    return text.slice(unit(wide, start), unit(wide, end));
  }
  function points(anchor) {
    const { text, wide } = textOf(anchor);
    return text.length - wide.length;
  }

  // --- chips, links, words in context -----------------------------------------------------------------------------
  function chip(anchor, span) {
    const report = data.reports[anchor];
    const place = span ? `#${anchor}.${span[0]}-${span[1]}` : `#${anchor}`;
    return make("a", { class: `chip line-${report.colour}`, href: place },
      make("span", { class: "letter", title: `line of reporting ${report.letter}` }, report.letter), bdi(report.publisher));
  }
  // A link that scrolls to the words; few words take those round them along.
  function original(anchor, [start, end]) {
    const report = data.reports[anchor];
    if (!report.url) return null;
    const split = (text) => text.trim() ? text.trim().split(/\s+/) : [];
    const encoded = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D");
    const parts = split(cut(anchor, start, end).split("\n")[0]);
    const found = (parts.length <= 12 ? [parts] : [parts.slice(0, 6), parts.slice(-6)]).map(encoded);
    if (parts.length < 6) {
      const before = cut(anchor, Math.max(0, start - 80), start), after = cut(anchor, end, Math.min(end + 80, points(anchor)));
      const left = split(before.slice(before.indexOf(" ") + 1).split("\n").pop()).slice(-3);
      const right = split(after.slice(0, Math.max(0, after.lastIndexOf(" "))).split("\n")[0]).slice(0, 3);
      if (left.length) found.unshift(`${encoded(left)}-`);
      if (right.length) found.push(`-${encoded(right)}`);
    }
    return make("a", { class: "original", rel: "noreferrer noopener", href: `${report.url.split("#")[0]}#:~:text=${found.join(",")}` },
      "original", make("span", { class: "hidden" }, ` of ${report.publisher}`));
  }
  function context(anchor, spans) {
    const quote = make("span");
    const start = spans[0][0], end = spans[spans.length - 1][1];
    let left = cut(anchor, Math.max(0, start - 90), start).split("\n").pop();
    let right = cut(anchor, end, Math.min(points(anchor), end + 90)).split("\n")[0];
    if (left.length >= 90) left = "… " + left.slice(left.indexOf(" ") + 1);
    if (right.length >= 90) right = right.slice(0, right.lastIndexOf(" ")) + " …";
    quote.append(left);
    let at = start;
    for (const [from, to] of spans) {
      if (from > at) quote.append(cut(anchor, at, from));
      quote.append(make("mark", {}, cut(anchor, Math.max(at, from), to)));
      at = Math.max(at, to);
    }
    quote.append(right);
    return quote;
  }
  function words([anchor, differs, speaker, spans]) {
    const report = data.reports[anchor];
    const span = [spans[0][0], spans[spans.length - 1][1]];
    const by = make("div", { class: "by" }, chip(anchor, span),
      report.published ? make("bdi", { class: "when" }, report.published) : null,
      differs ? make("span", { class: "flag" }, "differs") : null,
      speaker ? make("span", { class: "speaker" }, "names ", bdi(speaker)) : null,
      original(anchor, spans[0]));
    return make("li", { class: differs ? "words differs" : "words" }, by, make("blockquote", { dir: "auto" }, context(anchor, spans)));
  }

  // --- claims -----------------------------------------------------------------------------------------------------
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]));
  const body = $("#claim-table tbody");
  const form = $(".filters"), more = $("#more"), counted = $("#counted");
  const fields = { search: $("#search"), verdict: $("#by-verdict"), kind: $("#by-kind"), speaker: $("#by-speaker"), publisher: $("#by-publisher") };
  let found = data.claims, drawn = 0, sorted = null, down = true;
  // What a search looks in, made when it is first asked for: the claim, its speakers and publishers, its exact words.
  const folded = new Map();
  function searched(claim) {
    if (!folded.has(claim)) {
      const parts = claim.members.flatMap(([anchor, , speaker, spans]) =>
        [speaker, data.reports[anchor].publisher, ...spans.map(([start, end]) => cut(anchor, start, end))]);
      folded.set(claim, [...new Set([claim.text, ...parts])].join("\n").toLocaleLowerCase());
    }
    return folded.get(claim);
  }

  function fillRow(details, claim) {
    const list = $(".evidence", details);
    if (list.dataset.whole) return;
    list.replaceChildren(...claim.members.map(words));
    list.dataset.whole = "yes";
  }
  function claimRow(claim) {
    const list = make("ul", { class: "evidence" });
    const details = make("details", {}, make("summary", {}, `The exact words (${claim.members.length} in ${plural(claim.reports, "report")})`),
      make("p", { class: "detail" }, said(claim.detail)),
      make("p", { class: "detail" }, said(claim.standing), ". ", ...(claim.roots.length ? ["Behind it: ", said(claim.roots.join("; ")), ". "] : []),
        make("a", { class: "original", href: `#claim-${claim.id}` }, "Link to this claim")), list);
    details.addEventListener("toggle", () => { if (details.open) fillRow(details, claim); });
    const origins = claim.low === claim.high ? `${claim.low}` : `${claim.low} to ${claim.high}`;
    return make("tr", { class: "claim", id: `claim-${claim.id}` },
      make("td", { class: "what" }, make("bdi", { dir: "auto" }, claim.text), glimpse(claim), details),
      make("td", {}, `${claim.reports}`), make("td", {}, `${claim.publishers}`), make("td", {}, origins),
      make("td", {}, make("span", { class: `badge ${claim.verdict}` }, claim.named)));
  }
  // A figure says little alone: words that hold it, without a click.
  function glimpse({ kind, members, first }) {
    return kind === "figure" ? make("p", { class: "glimpse", dir: "auto" }, context(members[first][0], members[first][3])) : null;
  }
  function matches(claim) {
    const sought = fields.search.value.trim().toLocaleLowerCase();
    return (!sought || searched(claim).includes(sought))
      && (!fields.verdict.value || claim.named === fields.verdict.value)
      && (!fields.kind.value || claim.kind === fields.kind.value)
      && (!fields.speaker.value || claim.members.some((member) => member[2] === fields.speaker.value))
      && (!fields.publisher.value || claim.members.some((member) => data.reports[member[0]].publisher === fields.publisher.value));
  }
  function draw(number) {
    body.append(...found.slice(drawn, drawn + number).map(claimRow));
    drawn = Math.min(found.length, drawn + number);
    more.hidden = drawn >= found.length;
    more.textContent = `Show ${Math.min(ROWS, found.length - drawn)} more`;
    counted.textContent = found.length === data.claims.length ? "" : `${plural(found.length, "claim")} of ${data.claims.length}`;
  }
  // The rows that stand in the page are the first ones; a row is drawn anew only when the table is searched or sorted.
  function adopt() {
    for (const row of body.children) {
      const details = $("details", row), claim = byId.get(row.id.slice(6));
      details.addEventListener("toggle", () => { if (details.open) fillRow(details, claim); });
    }
    drawn = body.children.length;
    draw(0);
  }
  function refresh() {
    found = data.claims.filter(matches);
    if (sorted) {
      const sign = down ? -1 : 1;
      const key = (claim) => claim[sorted];
      found.sort((a, b) => sign * (typeof key(a) === "string" ? key(a).localeCompare(key(b)) : key(a) - key(b)));
    }
    body.replaceChildren();
    drawn = 0;
    draw(ROWS);
  }
  // Not by resetting the form: its event comes later, and would close what was opened meanwhile.
  function choose(values) {
    for (const [name, field] of Object.entries(fields)) field.value = values[name] || "";
    refresh();
  }
  function fill(select, values) {
    for (const [value, name] of values) select.append(make("option", { value }, name));
  }
  function mostFirst(lists) {
    const counts = new Map();
    for (const list of lists) for (const value of new Set(list)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value, number]) => [value, `${value} (${number})`]);
  }
  function setUpClaims() {
    fill(fields.verdict, mostFirst(data.claims.map((claim) => [claim.named])));
    fill(fields.kind, mostFirst(data.claims.map((claim) => [claim.kind])));
    fill(fields.speaker, mostFirst(data.claims.map((claim) => claim.members.map((member) => member[2]))));
    fill(fields.publisher, mostFirst(data.claims.map((claim) => claim.members.map((member) => data.reports[member[0]].publisher))));
    for (const head of $$("#claim-table th[data-sort]")) {
      const button = make("button", { type: "button" }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        down = sorted === head.dataset.sort ? !down : !["text", "named"].includes(head.dataset.sort);
        sorted = head.dataset.sort;
        for (const other of $$("#claim-table th[data-sort]")) {
          other.removeAttribute("aria-sort");
          other.firstChild.textContent = other.firstChild.textContent.replace(/ [↑↓]$/, "");
        }
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        button.textContent += down ? " ↓" : " ↑";
        refresh();
      });
    }
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", refresh);
    form.addEventListener("reset", () => setTimeout(refresh));
    more.addEventListener("click", () => { const next = drawn; draw(ROWS); $("summary", body.children[next])?.focus(); });
    adopt();
  }
  function openClaim(id) {
    const claim = byId.get(id);
    if (!claim) return;
    if (!found.includes(claim)) choose({});
    while (!document.getElementById(`claim-${id}`)) draw(ROWS);
    const row = document.getElementById(`claim-${id}`);
    const details = $("details", row);
    details.open = true;
    fillRow(details, claim);
    row.scrollIntoView({ block: "start" });
    $("summary", row).focus({ preventScroll: true });
  }

  // --- texts with layers ------------------------------------------------------------------------------------------
  const layers = $(".layers");
  const partners = new Map(Object.keys(data.reports).map((anchor) => [anchor, []]));
  for (const pair of data.pairs) { partners.get(pair.a).push(pair); partners.get(pair.b).push(pair); }

  function spansOf(anchor) {
    const report = data.reports[anchor];
    const wanted = new Set($$("input:checked", layers).map((box) => box.value));
    const spans = [];
    if (wanted.has("statement")) for (const [start, end, claim] of report.statements) spans.push({ start, end, claim, name: "statement" });
    if (wanted.has("figure")) for (const [start, end, claim] of report.figures) spans.push({ start, end, claim, name: "figure" });
    if (wanted.has("boilerplate")) for (const [start, end] of report.boilerplate) spans.push({ start, end, name: "boilerplate" });
    if (wanted.has("passage")) for (const pair of partners.get(anchor)) for (const passage of pair.passages) {
      const at = pair.a === anchor ? 0 : 2;
      spans.push({ start: passage[at], end: passage[at + 1], name: "passage" });
    }
    return spans;
  }
  // The text in stretches over which the same spans run; `wrap` makes a node of a stretch and its spans, inner last.
  function paint(anchor, spans, wrap) {
    const edges = [...new Set([0, points(anchor), ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
    const starts = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    const nodes = [];
    let open = [], next = 0;
    for (let at = 0; at + 1 < edges.length; at++) {
      const from = edges[at], to = edges[at + 1];
      open = open.filter((span) => span.end > from);
      while (next < starts.length && starts[next].start <= from) { if (starts[next].end > from) open.push(starts[next]); next++; }
      const text = cut(anchor, from, to);
      nodes.push(open.length ? wrap(text, open) : text);
    }
    return nodes;
  }
  function stretch(text, open) {
    const names = [...new Set(open.map((span) => span.name))];
    const claim = open.filter((span) => span.claim).pop()?.claim;
    const marked = open.some((span) => span.name === "here");
    const classes = names.filter((name) => name !== "here").join(" ");
    const node = claim ? make("a", { class: classes, href: `#claim-${claim}` }, text) : make("span", { class: classes }, text);
    return marked ? make("mark", { class: "here" }, node) : node;
  }
  function reveal(target) {
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }
  function show(anchor, span) {
    const details = document.getElementById(anchor);
    const text = textOf(anchor) && $(".text", details);
    const spans = spansOf(anchor);
    if (span) spans.push({ start: span[0], end: span[1], name: "here" });
    text.replaceChildren(...paint(anchor, spans, stretch));
    details.dataset.painted = "yes";
  }
  function openReport(anchor, span) {
    const details = document.getElementById(anchor);
    show(anchor, span);
    reveal(details);
    const mark = $("mark.here", details);
    (mark || details).scrollIntoView({ block: mark ? "center" : "start" });
    $("summary", details).focus({ preventScroll: true });
  }
  function setUpReports() {
    layers.hidden = false;
    layers.addEventListener("change", () => { for (const details of $$("details.report[open]")) show(details.id); });
    for (const details of $$("details.report")) {
      details.addEventListener("toggle", () => { if (details.open && !details.dataset.painted) show(details.id); });
      if (partners.get(details.id).length) {
        const button = make("button", { type: "button" }, "Side by side");
        button.addEventListener("click", () => compare(details.id));
        $(".buttons", details).append(button);
      }
    }
  }

  // --- side by side -----------------------------------------------------------------------------------------------
  const dialog = $("#compare"), other = $(".other", dialog), sides = $$(".side", dialog);
  let passages = 0, here = -1;
  const tokens = (text) => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu) || [];
  const plain = (word) => /^\s+$/.test(word) ? " " : word.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'").toLocaleLowerCase();

  // Which words of two passages stand in both, in order and without the white space: what is equal at both ends, then
  // the longest common subsequence; in a long passage, of the parts on either side of a word that each has once.
  function common(one, two) {
    const places = [one, two].map((list) => list.flatMap((word, at) => (word.trim() ? [at] : [])));
    const [a, b] = [places[0].map((at) => plain(one[at])), places[1].map((at) => plain(two[at]))];
    const kept = [new Set(), new Set()];
    const keep = (i, j) => { kept[0].add(places[0][i]); kept[1].add(places[1][j]); };
    const parts = [[0, a.length, 0, b.length]];
    while (parts.length) {
      let [i, iEnd, j, jEnd] = parts.pop();
      while (i < iEnd && j < jEnd && a[i] === b[j]) keep(i++, j++);
      while (i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]) keep(--iEnd, --jEnd);
      if ((iEnd - i) * (jEnd - j) <= LONGEST * LONGEST) subsequence(a, b, [i, iEnd, j, jEnd], keep);
      else {
        const split = anchorOf(a, b, [i, iEnd, j, jEnd]);
        if (split) parts.push([i, split[0], j, split[1]], [split[0], iEnd, split[1], jEnd]);
      }
    }
    return kept;
  }
  function subsequence(a, b, [start, iEnd, first, jEnd], keep) {
    const width = jEnd - first + 1, best = new Uint16Array((iEnd - start + 1) * width);
    const at = (i, j) => (i - start) * width + j - first;
    for (let i = iEnd - 1; i >= start; i--) for (let j = jEnd - 1; j >= first; j--)
      best[at(i, j)] = a[i] === b[j] ? best[at(i + 1, j + 1)] + 1 : Math.max(best[at(i + 1, j)], best[at(i, j + 1)]);
    for (let i = start, j = first; i < iEnd && j < jEnd;) {
      if (a[i] === b[j]) keep(i++, j++);
      else if (best[at(i + 1, j)] >= best[at(i, j + 1)]) i++;
      else j++;
    }
  }
  // The word nearest to the middle that both parts have once; null where there is none.
  function anchorOf(a, b, [i, iEnd, j, jEnd]) {
    const once = (list, from, to) => {
      const seen = new Map();
      for (let at = from; at < to; at++) seen.set(list[at], seen.has(list[at]) ? -1 : at);
      return seen;
    };
    const theirs = once(b, j, jEnd), middle = (i + iEnd) / 2;
    let best = null;
    for (const [word, at] of once(a, i, iEnd)) {
      const other = theirs.get(word) ?? -1;
      if (at >= 0 && other >= 0 && (!best || Math.abs(at - middle) < Math.abs(best[0] - middle))) best = [at, other];
    }
    return best;
  }
  // Words that the other passage lacks, run by run. A number that it lacks is marked as a figure; one that it has in
  // another place is not changed.
  function changed(words, kept, theirs, tag) {
    const others = new Set(theirs.map(plain));
    const nodes = [];
    let run = null, space = "";
    words.forEach((word, at) => {
      if (!word.trim()) { space += word; return; }
      const number = /\p{N}/u.test(word), same = kept.has(at) || (number && others.has(plain(word)));
      const figure = number && !same;
      if (run && !same && !figure) run.append(space, word);
      else {
        nodes.push(space, same ? word : make(tag, figure ? { class: "figure" } : {}, word));
        run = same || figure ? null : nodes[nodes.length - 1];
      }
      space = "";
    });
    return [...nodes, space];
  }
  // What two texts share often ends beside the one word that was changed: a passage reaches over it to the next word
  // that both have, a few words away, on the same line and outside of other passages.
  function reach(one, two) {
    for (let i = 0; i < one.length; i++) for (let j = 0; j < two.length; j++)
      if (/\p{L}/u.test(one[i]) && plain(one[i]) === plain(two[j])) return [one, two].map((list, at) => [...list.slice(0, (at ? j : i) + 1).join("")].length);
    return [0, 0];
  }
  function nearest(anchor, from, to, back) {
    const lines = cut(anchor, Math.max(0, from), Math.min(to, points(anchor))).split("\n");
    const found = tokens(back ? lines.pop() : lines[0]);
    return (back ? found.reverse() : found).slice(0, REACH);
  }
  function widened(pair) {
    return pair.passages.map((passage, number) => {
      const others = pair.passages.filter((_, at) => at !== number);
      const [a, b] = [0, 2].map((at) => ({
        anchor: at ? pair.b : pair.a, start: passage[at], end: passage[at + 1],
        before: Math.max(passage[at] - 80, ...others.map((one) => one[at + 1]).filter((end) => end <= passage[at])),
        after: Math.min(passage[at + 1] + 80, ...others.map((one) => one[at]).filter((start) => start >= passage[at + 1])),
      }));
      const left = reach(...[a, b].map((one) => nearest(one.anchor, one.before, one.start, true)));
      const right = reach(...[a, b].map((one) => nearest(one.anchor, one.end, one.after, false)));
      return [a.start - left[0], a.end + right[0], b.start - left[1], b.end + right[1]];
    });
  }
  function side(section, anchor, pair, at, tag) {
    const first = pair.a === anchor ? 0 : 2, second = 2 - first;
    const report = data.reports[anchor], partner = pair.a === anchor ? pair.b : pair.a;
    const spans = pair.passages.map((passage, number) => ({ start: passage[first], end: passage[first + 1], number }));
    const text = make("div", { class: "text", dir: "auto" });
    text.append(...paint(anchor, spans, (words, open) => {
      const number = open[open.length - 1].number, passage = pair.passages[number];
      const whole = cut(anchor, passage[first], passage[first + 1]) === words;
      const mine = tokens(words), theirs = tokens(cut(partner, passage[second], passage[second + 1]));
      const node = make("span", { class: "shared", "data-passage": number });
      node.append(...(whole && mine.join("") !== theirs.join("") ? changed(mine, common(mine, theirs)[0], theirs, tag) : [words]));
      return node;
    }));
    section.setAttribute("aria-label", `${at}: ${report.publisher}`);
    const title = make("h3", {}, chip(anchor), " ", make("bdi", { class: "when" }, report.published || "no date"));
    section.replaceChildren(title, text);
  }
  const RELATIONS = { copy: "a copy", excerpt: "an excerpt", rewrite: "a rewrite" };
  function relation(pair, parent, child) {
    const [from, to] = [parent, child].map((anchor) => bdi(data.reports[anchor].publisher));
    const form = RELATIONS[pair.kind];
    const grounds = pair.grounds.length ? [" Grounds: ", ...pair.grounds.flatMap((ground, at) => [at ? "; " : "", said(ground)]), "."] : [];
    if (!form) return [from, " and ", to, ` share ${pair.kind === "formula" ? "a formula" : "quotations only"}.`, ...grounds];
    if (pair.direction === "unknown") return [from, " or ", to, ` is ${form} of the other; which of them came first is not known.`, ...grounds];
    return [to, ` is ${pair.direction === "likely" ? "likely " : ""}${form} of `, from, ".", ...grounds];
  }
  function compare(anchor, partner) {
    const pairs = partners.get(anchor);
    const wanted = partner || data.reports[anchor].parent;
    const pair = pairs.find((one) => one.a === wanted || one.b === wanted) || pairs[0];
    if (!pair) { location.hash = anchor; return; }
    if (!pair.widened) { pair.passages = widened(pair); pair.widened = true; }
    const opposite = pair.a === anchor ? pair.b : pair.a;
    const parent = data.reports[opposite].parent === anchor ? anchor : opposite;
    const child = parent === anchor ? opposite : anchor;
    other.replaceChildren();
    fill(other, pairs.map((one) => (one.a === anchor ? one.b : one.a)).map((name) => [name, data.reports[name].publisher]));
    other.value = opposite;
    other.onchange = () => compare(anchor, other.value);
    $(".relation", dialog).replaceChildren(...relation(pair, parent, child));
    side(sides[0], parent, pair, "first", "del");
    side(sides[1], child, pair, "second", "ins");
    passages = pair.passages.length;
    here = -1;
    $(".at", dialog).textContent = plural(passages, "shared passage");
    if (!dialog.open) dialog.showModal();
    go(0);
  }
  function go(to) {
    if (!passages) return;
    here = (to + passages) % passages;
    for (const node of $$(".shared", dialog)) node.classList.toggle("here", Number(node.dataset.passage) === here);
    for (const section of sides) {
      const node = $(`[data-passage="${here}"]`, section);
      if (node) section.scrollTop += node.getBoundingClientRect().top - section.getBoundingClientRect().top - section.clientHeight / 4;
    }
    $(".at", dialog).textContent = `Passage ${here + 1} of ${passages}`;
  }
  function setUpCompare() {
    $(".close", dialog).addEventListener("click", () => dialog.close());
    $(".next", dialog).addEventListener("click", () => go(here + 1));
    $(".previous", dialog).addEventListener("click", () => go(here - 1));
    for (const section of sides) section.addEventListener("click", (event) => {
      const node = event.target.closest(".shared");
      if (node) go(Number(node.dataset.passage));
    });
    for (const node of $$("a.node")) node.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !partners.get(node.dataset.report).length) return;
      event.preventDefault();
      compare(node.dataset.report);
    });
  }

  // --- links ------------------------------------------------------------------------------------------------------
  function follow() {
    let name = location.hash.slice(1);
    if (dialog.open) dialog.close();
    if (name.startsWith("claim-")) return openClaim(name.slice(6));
    const place = name.match(/^(report-[0-9a-f]+)(?:\.(\d+)-(\d+))?$/);
    if (place && data.reports[place[1]]) return openReport(place[1], place[2] ? [Number(place[2]), Number(place[3])] : null);
    const target = document.getElementById(name);
    reveal(target);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.speaker || link.dataset.verdict) {
      choose({ speaker: link.dataset.speaker, verdict: link.dataset.verdict });
    }
    if (location.hash === link.getAttribute("href")) follow();
  });
  window.addEventListener("hashchange", follow);
  for (const link of $$("a[data-show]")) link.href = `#${link.dataset.show}`;
  setUpClaims();
  setUpReports();
  setUpCompare();
  if (location.hash) follow();
  const later = window.requestIdleCallback || setTimeout;
  later(() => document.documentElement.classList.add("settled"));
})();
