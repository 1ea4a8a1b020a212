extension Script {
    /// Saves a question of a form that says `data-saves` when its answer changes, and says so in the part's live region.
    ///
    /// The form's buttons save the same by themselves: where the script does not run, or what it sends does not
    /// arrive, nothing else is different. docs/decisions/saving-script.md.
    static let saving = """
        for (const form of document.querySelectorAll("form[data-saves]")) {
          let line = Promise.resolve();
          const changed = new Set();
          const say = (question, words, isWrong) => {
            const place = question.closest("section")?.querySelector("[data-saved]");
            if (!place) return;
            place.textContent = words;
            place.classList.toggle("error", isWrong);
          };
          const send = async (question) => {
            const body = new URLSearchParams();
            body.set("by", "script");
            body.set("form-key", form.elements["form-key"].value);
            for (const field of question.querySelectorAll("input, textarea, select")) {
              if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
              body.append(field.name, field.value);
            }
            try {
              const answer = await fetch(form.action, { method: "POST", body });
              const text = await answer.text();
              if (answer.ok && text.startsWith("Saved ")) {
                const lines = text.split("\\n");
                const seen = question.querySelector("input[type=hidden]");
                for (const [key, count] of lines.slice(1).map((each) => each.split(" "))) {
                  if (key === question.dataset.question && seen) seen.value = count;
                }
                say(question, lines[0], false);
              } else if (answer.status === 422) {
                const page = new DOMParser().parseFromString(text, "text/html");
                const why = page.querySelector(".problem li")?.textContent ?? "";
                say(question, `Not saved. ${why}. The button beside this saves it, or shows what to do.`, true);
              } else {
                say(question, "Not saved yet: use the button beside this.", true);
              }
            } catch {
              say(question, "Not saved yet: use the button beside this.", true);
            }
          };
          const save = (question) => {
            if (!changed.delete(question)) return;
            line = line.then(() => send(question));
          };
          form.addEventListener("change", (event) => {
            const question = event.target.closest("[data-question]");
            if (!question) return;
            changed.add(question);
            // Words and parts of a date are saved when the question is left.
            if (event.target.type === "radio" || event.target.type === "checkbox") save(question);
          });
          form.addEventListener("focusout", (event) => {
            const question = event.target.closest("[data-question]");
            if (question && !question.contains(event.relatedTarget)) save(question);
          });
        }

        """
}
