/* The catalogue on the page: every word a reader sees, in two languages; data keep their own words. */
const Words = (() => {
  let language = "zh";

  function say(code, values) {
    const pair = CONTENT.words[code];
    if (!pair) throw new Error(`no words for ${code}`);
    return pair[language === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name) =>
      values && name in values ? String(values[name]) : whole,
    );
  }

  const has = code => code in CONTENT.words;

  /** Name of an allowed value; null where the catalogue does not know it (then it is data). */
  function value(column, word) {
    const code = `viz.value.${column}.${word}`;
    return has(code) ? say(code) : null;
  }

  /** Label of a column: Chinese from the schema, English from the catalogue or from the column's own name. */
  function column(table, name) {
    const found = CONTENT.schema[table].columns.find(item => item.name === name);
    if (language === "zh") return found ? found.zh : name;
    if (has(`viz.column.${name}`)) return say(`viz.column.${name}`);
    const plain = name.replace(/_(id|deg|m|m2|min|kw|kwh|px|t)$/, "").replaceAll("_", " ");
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  }

  function number(value, digits) {
    return Number(value).toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
  }

  /** Say every fixed label of the page in the current language. */
  function apply() {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
    for (const [key, attribute] of [
      ["sayLabel", "aria-label"],
      ["sayPlaceholder", "placeholder"],
      ["sayTitle", "title"],
    ]) {
      const selector = `[data-${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}]`;
      for (const node of document.querySelectorAll(selector)) node.setAttribute(attribute, say(node.dataset[key]));
    }
  }

  return {
    say,
    has,
    value,
    column,
    number,
    apply,
    get language() {
      return language;
    },
    set language(code) {
      language = code === "en" ? "en" : "zh";
    },
  };
})();
const say = Words.say;
