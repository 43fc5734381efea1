// SPDX-License-Identifier: MIT
// Finds folded words and matches expressions, and maps what was found back to the line's own bytes.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "core/search.hpp"

#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

#include "error.hpp"
#include "text/blanks.hpp"
#include "text/lines.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

// Enough for any sensible expression on any line that somebody wrote, and milliseconds at most.
constexpr std::uint32_t most_steps = 200'000;
constexpr std::uint32_t deepest_step = 20'000;
constexpr std::uint32_t most_kibibytes = 32 * 1024;

constexpr std::size_t npos = std::string_view::npos;

bool stands_in(std::string_view text, std::string_view word) {
  return text.find(word) != npos;
}

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

template <class T>
using Owned = std::unique_ptr<T, Free>;

/// What PCRE2 made. Throws std::bad_alloc when it could not.
template <class T>
T* made(T* object) {
  if (object == nullptr) throw std::bad_alloc();
  return object;
}

PCRE2_SPTR units(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

/// The words of a text; what stands between double quotes is one.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    if (blanks.find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    const bool quoted = text[at] == '"' && text.find('"', at + 1) != std::string_view::npos;
    const std::size_t from = quoted ? at + 1 : at;
    const std::size_t to = std::min(text.find_first_of(quoted ? "\"" : " \t", from), text.size());
    words.emplace_back(text.substr(from, to - from));
    at = quoted ? to + 1 : to;
  }
  return words;
}

/// Folds the letters of an expression that are not ASCII: what folding makes of ASCII letters could
/// mean something else (`\W`), and PCRE2 does not tell their case.
std::string fold_letters(std::string_view expression) {
  std::string folded;
  for (std::size_t at = 0; at < expression.size();) {
    auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const bool ascii = is_ascii(expression[at]);
    std::size_t end = at;
    while (end < expression.size() && is_ascii(expression[end]) == ascii) ++end;
    const std::string_view run = expression.substr(at, end - at);
    folded += ascii ? std::string(run) : unicode::fold(run);
    at = end;
  }
  return folded;
}

/// The byte of `line` where what became byte `offset` of its folded form starts.
std::size_t unfolded(std::string_view line, std::size_t offset) {
  if (!unicode::valid(line)) return offset;
  std::size_t at = std::min(offset, unicode::ascii_prefix(line));
  for (std::size_t folded = at; at < line.size();) {
    const std::size_t bytes = unicode::first_code_point(line.substr(at)).bytes;
    folded += unicode::fold(line.substr(at, bytes)).size();
    if (folded > offset) break;
    at += bytes;
  }
  return at;
}

/// Where a folded hit stands in the line; accents behind it belong to it.
void unfold(std::string_view line, LineHit& hit) {
  const std::size_t from = hit.from;
  hit.from = unfolded(line, from);
  hit.to = hit.to == from ? hit.from : std::max(unfolded(line, hit.to), hit.from);
}

/// The lines of a text that are not all ASCII, folded.
std::string folded_beyond_ascii(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; (at += unicode::ascii_prefix(text.substr(at))) < text.size();) {
    const std::size_t start = text.find_last_of("\r\n", at) + 1;
    const std::size_t end = end_of_line(text, at);
    folded.append(unicode::fold(text.substr(start, end - start))).append(1, '\n');
    at = end;
  }
  return folded;
}

/// The lines from `first` on, folded: at once where that gives the same. It does not for bytes that
/// are not UTF-8, nor where what folds to nothing parts `\r` from `\n`.
std::string folded_lines(const Note& note, std::size_t first) {
  const std::string_view text = note.bytes().substr(note.start(first));
  const bool has_returns = text.find('\r') != std::string_view::npos;
  if (!has_returns && unicode::valid(text)) return unicode::fold(text);
  std::string folded;
  for (std::size_t number = first; number <= note.lines(); ++number) {
    folded += unicode::fold(note.line(number)) + "\n";
  }
  return folded;
}

/// Finds the lines that may hold a word: those that spell it and, when letters are folded, those
/// that are not all ASCII.
class Candidates {
 public:
  Candidates(std::string_view text, std::string_view word, Letters letters)
      : text_(text), word_(word), letters_(letters) {}

  /// A byte of the next such line, not before byte `from`, which grows from call to call; npos when
  /// there is none.
  std::size_t next(std::size_t from) {
    if (spelled_ < from) spelled_ = spelled(from);
    if (beyond_ascii_ < from) beyond_ascii_ = beyond_ascii(from);
    return std::min(spelled_, beyond_ascii_);
  }

 private:
  std::size_t spelled(std::size_t from) const {
    if (letters_ == Letters::exact) return text_.find(word_, from);
    const std::size_t at = unicode::find_spelled(text_.substr(from), word_);
    return at == npos ? npos : from + at;
  }
  std::size_t beyond_ascii(std::size_t from) const {
    if (letters_ == Letters::exact) return npos;
    const std::size_t at = from + unicode::ascii_prefix(text_.substr(from));
    return at == text_.size() ? npos : at;
  }

  std::string_view text_, word_;
  Letters letters_;
  std::size_t spelled_ = 0, beyond_ascii_ = 0;  ///< what was found last
};

Error too_slow(std::size_t line) {
  return {Status::usage, fmt::format("the expression takes too long for line {}", line), "",
          "make it simpler: one repetition inside another tries too many ways"};
}

}  // namespace

struct Pattern::Expression {
  Owned<pcre2_code> code;
  Owned<pcre2_match_context> limits{made(pcre2_match_context_create(nullptr))};

  Expression(const std::string& text, std::uint32_t options);
  bool find(std::string_view line, pcre2_match_data* data, LineHit& hit) const;
};

Pattern::Expression::Expression(const std::string& text, std::uint32_t options) {
  const Owned<pcre2_compile_context> context(made(pcre2_compile_context_create(nullptr)));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int problem = 0;
  PCRE2_SIZE at = 0;
  code.reset(pcre2_compile(units(text), text.size(),
                           options | PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF, &problem, &at,
                           context.get()));
  if (!code) {
    if (problem == PCRE2_ERROR_HEAP_FAILED) throw std::bad_alloc();
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(problem, message.data(), message.size());
    throw Error(Status::usage,
                fmt::format("'{}' is no regular expression: {} at character {}", text,
                            reinterpret_cast<const char*>(message.data()), at),
                "", "without -e it is searched for as it stands");
  }
  // Where memory may not be made executable there is no compiler, and matching is only slower.
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  pcre2_set_match_limit(limits.get(), most_steps);
  pcre2_set_depth_limit(limits.get(), deepest_step);
  pcre2_set_heap_limit(limits.get(), most_kibibytes);
}

bool Pattern::Expression::find(std::string_view line, pcre2_match_data* data, LineHit& hit) const {
  auto match = [&](std::uint32_t options) {
    return pcre2_match(code.get(), units(line), line.size(), 0, options, data, limits.get());
  };
  int found = match(0);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) found = match(PCRE2_NO_JIT);
  if (found == PCRE2_ERROR_NOMATCH) return false;
  if (found < 0) throw too_slow(hit.line);
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data);
  // With \K a match may start behind its end.
  hit.from = std::min(ends[0], ends[1]);
  hit.to = ends[1];
  return true;
}

Pattern Pattern::words(std::string_view text, Letters letters) {
  Pattern pattern(letters);
  for (std::string& word : split_words(text)) {
    if (letters == Letters::folded) word = unicode::fold(word);
    if (!word.empty()) pattern.words_.push_back(std::move(word));
  }
  if (pattern.words_.empty()) throw Error(Status::usage, "there is no word to search for");
  return pattern;
}

Pattern Pattern::regex(std::string_view text, Letters letters) {
  if (text.empty()) throw Error(Status::usage, "there is no expression to search for");
  if (!unicode::valid(text)) throw Error(Status::usage, "the expression is not UTF-8");
  Pattern pattern(letters);
  const bool folded = letters == Letters::folded;
  pattern.expression_ = std::make_shared<const Expression>(
      folded ? fold_letters(text) : std::string(text), folded ? PCRE2_CASELESS : 0);
  return pattern;
}

bool Pattern::may_match(std::string_view text) const {
  if (expression_) return true;
  if (letters_ == Letters::exact) {
    return std::ranges::all_of(words_,
                               [text](const std::string& word) { return stands_in(text, word); });
  }
  // Most words stand in ASCII, where nothing has to be folded.
  std::optional<std::string> beyond_ascii;
  return std::ranges::all_of(words_, [&](const std::string& word) {
    if (unicode::find_spelled(text, word) != npos) return true;
    if (!beyond_ascii) beyond_ascii = folded_beyond_ascii(text);
    return stands_in(*beyond_ascii, word);
  });
}

bool Pattern::find_words(std::string_view line, LineHit& hit) const {
  for (const std::string& word : words_) {
    const std::size_t at =
        letters_ == Letters::exact ? line.find(word) : unicode::find_spelled(line, word);
    if (at == npos) return false;
    if (&word != &words_.front()) continue;
    hit.from = at;
    hit.to = at + word.size();
  }
  return true;
}

bool Pattern::find_words_folded(std::string_view line, LineHit& hit) const {
  if (letters_ == Letters::exact || unicode::is_ascii(line)) return find_words(line, hit);
  if (!find_words(unicode::fold(line), hit)) return false;
  unfold(line, hit);
  return true;
}

std::vector<LineHit> Pattern::lines_in(const Note& note, std::size_t first) const {
  std::vector<LineHit> hits;
  if (first > note.lines()) return hits;
  if (expression_) return matches_in(note, first);
  const std::size_t start = note.start(first);
  const std::string_view text = note.bytes().substr(start);
  Candidates candidates(text, words_.front(), letters_);
  for (std::size_t at = 0; (at = candidates.next(at)) != npos;) {
    LineHit hit{note.line_at(start + at), 0, 0};
    if (find_words_folded(note.line(hit.line), hit)) hits.push_back(hit);
    at = note.next(hit.line) - start;
  }
  return hits;
}

std::vector<LineHit> Pattern::matches_in(const Note& note, std::size_t first) const {
  const Owned<pcre2_match_data> data(made(pcre2_match_data_create(1, nullptr)));
  std::vector<LineHit> hits;
  const bool folds = letters_ == Letters::folded;
  const std::string folded = folds ? folded_lines(note, first) : std::string();
  LineCursor lines(folds ? folded : note.bytes().substr(note.start(first)));
  for (std::size_t number = first; number <= note.lines(); ++number) {
    LineHit hit{number, 0, 0};
    if (!expression_->find(lines.take(), data.get(), hit)) continue;
    if (folds) unfold(note.line(number), hit);
    hits.push_back(hit);
  }
  return hits;
}

std::string excerpt(std::string_view line, const LineHit& hit, int columns) {
  std::size_t from = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t end = line.find_last_not_of(" \t") + 1;
  const std::string_view whole = line.substr(from, std::max(end, from) - from);
  const std::size_t to = std::clamp(hit.to, from, from + whole.size());
  // No byte is wider than a column.
  const bool fits = std::cmp_less_equal(whole.size(), columns);
  if (fits || unicode::width(whole) <= columns) return std::string(whole);
  if (unicode::width(line.substr(from, to - from)) < columns) {
    return unicode::truncate(whole, columns);
  }
  // A third of the width for what stands before the hit, from the start of a word on.
  const std::size_t start = std::clamp(hit.from, from, to);
  const std::size_t farthest = start - std::min(start, static_cast<std::size_t>(4 * columns));
  for (from = start; from > farthest; --from) {
    if (unicode::width(line.substr(from, start - from)) > columns / 3) break;
  }
  const std::size_t blank = line.substr(0, start).find(' ', from);
  from = blank == std::string_view::npos ? start : blank + 1;
  return "…" + unicode::truncate(line.substr(from, std::max(end, from) - from), columns - 1);
}

}  // namespace oneonone
