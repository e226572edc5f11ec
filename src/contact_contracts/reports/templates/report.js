(() => {
  const form = document.querySelector(".filter");
  const find = document.getElementById("find");
  const rows = [...document.querySelectorAll("tr.clause")];
  const status = document.getElementById("shown");
  const show = () => {
    const wanted = new Set([...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value));
    const words = find.value.toLowerCase();
    for (const row of rows) {
      row.hidden = !(wanted.has(row.dataset.verdict) && row.textContent.toLowerCase().includes(words));
    }
    status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} clauses`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  show();
})();
