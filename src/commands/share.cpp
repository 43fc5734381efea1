// SPDX-License-Identifier: MIT
// `share`: a note for someone who has no oneonone; `share --back` takes their edited copy.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/guarding.hpp"
#include "cli/meeting_note.hpp"
#include "cli/page_style.hpp"
#include "cli/returned_copy.hpp"
#include "cli/shared_notebook.hpp"
#include "core/handout.hpp"
#include "core/note_choice.hpp"
#include "core/taken_back.hpp"
#include "error.hpp"
#include "text/records.hpp"
#include "unicode.hpp"
#include "view/html.hpp"

namespace oneonone::share_command {

struct Options {
  std::optional<std::string> person, date, form, back, sent;
};

constexpr const char* markdown = "markdown";

std::string form_of(const Options& options) {
  static constexpr const char* known[] = {markdown, "html", "mail"};
  std::string form = options.form.value_or(markdown);
  if (std::ranges::find(known, form) != std::end(known)) return form;
  throw Error(Status::usage, fmt::format("'{}' is no form", form), "--as",
              "the forms are markdown, html and mail");
}

NotePath note_of(Session& session, const SharedNotebook& notebook, const Person& person,
                 const Options& options) {
  const std::vector<NotePath> notes = notebook.meetings(person);
  std::optional<Date> date;
  if (options.date) date = day_of_note(notes, *options.date, session.today());
  if (const auto note = note_to_show(notes, date, session.today())) return *note;
  throw Error(Status::not_found,
              fmt::format("{} has no note{}", person.folder,
                          date ? " on " + day_from_today(*date, session.today()) : ""));
}

/// What is private stays here, even where a hand has written it into a shared note.
void require_no_secret(Session& session, const std::string& path, const Note& note) {
  const std::vector<Finding> found = refused_in_file(session, path, note.bytes());
  if (found.empty()) return;
  throw Error(Status::failed, found.front().message,
              fmt::format("{}:{}", session.notebook().from_here(path), found.front().line),
              "it is private: take it out of the shared note first");
}

std::string html_of(const std::string& title, const std::string& words) {
  return view::html_document(unicode::visible(title), page_style, page_style_hash,
                             view::element("main", {{"class", "handout"}}, view::rendered(words)));
}

/// RFC 5322; what is not ASCII is UTF-8 (RFC 6532).
std::string mail_of(const std::string& title, const std::string& text) {
  return fmt::format(
      "Subject: {}\n"
      "MIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: 8bit\n\n{}",
      unicode::visible(title), text);
}

std::string document_of(const std::string& form, const NotePath& path, const Note& note,
                        const Person& person, const Reading& reading) {
  const Date day = *path.date;
  const std::string text = handout(note, day, person, reading);
  if (form == markdown) return text + "\n" + origin_line(origin_of(person, path, text));
  const std::string title = meeting_title(person, day);
  if (form == "html") return html_of(title, in_words(text, person, reading, day, Boxes::signs));
  return mail_of(title, as_mail_text(in_words(text, person, reading, day, Boxes::ascii), reading));
}

Outcome give(const Options& options, Session& session) {
  if (!options.person)
    throw Error(Status::usage, "no person is named", "", "oneonone share PERSON");
  if (options.sent) throw Error(Status::usage, "it goes with --back", "--sent");
  const std::string form = form_of(options);
  const SharedNotebook notebook(session);
  const Person person = notebook.people({*options.person}).front();
  const NotePath path = note_of(session, notebook, person, options);
  const Note note = notebook.note(path);
  require_no_conflict(note, session.notebook().from_here(path.path()));
  require_no_secret(session, path.path(), note);
  session.tell(session.notebook().from_here(path.path()));
  const Reading reading = reading_of(person, session.notebook().config());
  // A list is refused once this command returns: there is none.
  if (!session.globals().wants_items()) {
    session.system().terminal.out(document_of(form, path, note, person, reading));
  }
  return {};
}

Outcome run(const Options& options, Session& session) {
  if (!options.back) return give(options, session);
  if (options.form) throw Error(Status::usage, "a copy that comes back is Markdown", "--as");
  return take_back_copy(session, {*options.back, options.sent, options.person, options.date});
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whose note");
  args.date(options->date, "the day; else the newest note up to today");
  args.option("--as", options->form, "FORM", "markdown, html or mail");
  args.option("--back", options->back, "FILE", "take an edited copy back; - is standard input");
  args.option("--sent", options->sent, "FILE", "with --back: the copy as it was sent");
  args.example("share alice > alice.md", "the last note, to give away");
  args.example("share alice 17nov --as html > note.html", "to look at in a browser");
  args.example("share --back alice.md", "what Alice ticked and wrote comes into the note");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"share", "give a note to someone who has no oneonone",
                                   "every quarter", declare, no_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::share_command
