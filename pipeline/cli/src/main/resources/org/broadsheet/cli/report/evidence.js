"use strict";
/** What is behind a figure: its facts, and each mention's sentence, marked in its article. Texts of papers are only ever text. */
const Evidence = (() => {
  const ABOVE_THE_MARK = 60;
  const { find, make, fill } = Elements;

  function open(figure) {
    const dialog = find("evidence");
    find("evidence-title").textContent = `${figure.region.name} · ${Format.metric(figure.metric)} · ${Format.scope(figure.scope)}`;
    fill(find("evidence-body"), summary(figure), ...body(figure));
    if (!dialog.open) {
      dialog.showModal();
    }
    dialog.scrollTop = 0;
    dialog.querySelectorAll("blockquote.article").forEach((article) => {
      article.scrollTop = article.querySelector("mark").offsetTop - ABOVE_THE_MARK;
    });
    find("evidence-title").focus();
  }

  function summary(figure) {
    const basis = figure.basis === "stated" ? Language.text("statedLong") : Language.text("summedLong", Format.parts(figure));
    return make("div", { class: "summary" },
      make("p", { class: `headline ${figure.basis}` }, make("span", { class: "number" }, Format.value(figure)), ` ${Language.unit(figure.metric.unit)}`, make("span", { class: "when" }, Format.day(figure.day))),
      make("p", {}, make("strong", { class: `badge ${figure.basis}` }, Format.basis(figure)), " ", basis, " ", Language.text("reportsOf", figure.reports)),
      Figures.isMonthly(figure) ? make("p", { class: "quiet" }, Language.text("monthly")) : undefined);
  }

  function body(figure) {
    const why = Figures.why(figure);
    if (why === undefined) {
      const command = `./broadsheet figures --region ${figure.region.code} --metric ${figure.metric.id} --day ${Format.iso(figure.day)} --why`;
      return [make("p", {}, Language.text("notHere")), make("pre", {}, make("code", {}, command))];
    }
    const facts = why.facts.map((fact) => factSection(fact, figure));
    return why.leftOut > 0 ? [...facts, make("p", { class: "quiet" }, Language.text("leftOutMentions", why.leftOut))] : facts;
  }

  function factSection(fact, figure) {
    return make("section", { class: "fact" },
      make("h3", {}, `${fact.region?.name ?? ""}${fact.place}`, " ", make("span", { class: "number" }, Format.value(fact)), ` ${Language.unit(figure.metric.unit)} `,
        make("small", {}, Language.text("reportsOf", fact.reports))),
      ...fact.mentions.map(mentionArticle));
  }

  function mentionArticle(mention) {
    return make("article", { class: `mention ${mention.fate}` },
      make("p", { class: "source" },
        make("strong", {}, mention.paper), " ", make("time", { datetime: Format.iso(mention.published) }, Format.day(mention.published)), " ",
        mention.fate === "reprinted" ? make("span", { class: "badge reprint" }, Language.text("reprinted")) : undefined),
      mention.correction === "" ? undefined : make("p", { class: "correction" }, Language.text("corrected", mention.read, mention.correction)),
      mention.headline === "" ? undefined : make("h4", {}, mention.headline),
      ...text(mention),
      make("p", { class: "quiet keys" }, `${Language.text("page")} ${mention.key}#${mention.number} · ${Language.text("span", mention.start, mention.end)} · ${Language.text("rule", mention.rule, mention.rules)} `, link(mention.url)));
  }

  /** Only what a browser opens as a page of the web; anything else (javascript:, data:) is shown and not linked. */
  function link(url) {
    if (url === "") {
      return undefined;
    }
    let address;
    try {
      address = new URL(url);
    } catch {
      return url;
    }
    const isWeb = address.protocol === "https:" || address.protocol === "http:";
    return isWeb ? make("a", { href: address.href, target: "_blank", rel: "noopener noreferrer" }, Language.text("original")) : url;
  }

  /** The article with the sentence marked, and in it the words that count; where there is no article, the sentence. */
  function text(mention) {
    const at = mention.text.indexOf(mention.sentence);
    if (mention.text === "" || at < 0) {
      return [make("blockquote", {}, make("p", {}, sentence(mention))), make("p", { class: "quiet" }, Language.text("sentenceOnly"))];
    }
    const before = mention.text.slice(0, at).split("\n");
    const behind = mention.text.slice(at + mention.sentence.length).split("\n");
    const marked = make("p", {}, before.at(-1), sentence(mention), behind[0]);
    const plain = (line) => (line.trim() === "" ? undefined : make("p", {}, line));
    return [make("blockquote", { class: "article", tabindex: "0" }, ...before.slice(0, -1).map(plain), marked, ...behind.slice(1).map(plain))];
  }

  function sentence(mention) {
    const at = mention.quote === "" ? -1 : mention.sentence.indexOf(mention.quote);
    if (at < 0) {
      return make("mark", { class: "sentence" }, mention.sentence);
    }
    return make("mark", { class: "sentence" }, mention.sentence.slice(0, at), make("strong", { class: "quote" }, mention.quote), mention.sentence.slice(at + mention.quote.length));
  }

  function begin() {
    const dialog = find("evidence");
    find("close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
  }

  return { begin, open };
})();
