// SPDX-License-Identifier: MIT
// Each writer escapes what its format asks for; what is no text was made so before.
#include "core/outside.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/name_uuid.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::size_t folded_octets = 75;

std::string quoted_json(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string quoted_csv(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string escaped_ical(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

/// `20261124`
std::string basic_day(Date day) {
  return fmt::format("{:04}{:02}{:02}", day.year(), day.month(), day.day());
}

/// A content line, folded between characters, with its end.
std::string content_line(std::string_view line) {
  std::string out;
  std::size_t octets = 0;
  while (!line.empty()) {
    const std::size_t bytes = unicode::first_code_point(line).bytes;
    if (octets + bytes > folded_octets) {
      out += "\r\n ";
      octets = 1;
    }
    out += line.substr(0, bytes);
    octets += bytes;
    line.remove_prefix(bytes);
  }
  return out + "\r\n";
}

std::string component(const std::string& name, const std::vector<std::string>& lines) {
  std::string out = content_line("BEGIN:" + name);
  for (const std::string& line : lines) out += content_line(line);
  return out + content_line("END:" + name);
}

std::string todo_component(const OutsideItem& item) {
  const std::string owner = item.owner.empty() ? "" : item.owner + ": ";
  std::vector<std::string> lines{"UID:" + item.uuid,
                                 "DTSTAMP:" + basic_day(item.since) + "T000000Z",
                                 "SUMMARY:" + escaped_ical(owner + item.text),
                                 "CATEGORIES:" + escaped_ical(item.person), "STATUS:NEEDS-ACTION"};
  if (item.due) lines.push_back("DUE;VALUE=DATE:" + basic_day(*item.due));
  return component("VTODO", lines);
}

std::string event_component(const OutsideMeeting& meeting) {
  return component("VEVENT",
                   {"UID:" + meeting.uuid, "DTSTAMP:" + basic_day(meeting.written) + "T000000Z",
                    "SUMMARY:" + escaped_ical(meeting.summary),
                    "DTSTART;VALUE=DATE:" + basic_day(meeting.day), "TRANSP:TRANSPARENT"});
}

std::string task_object(const OutsideItem& item) {
  std::string out =
      fmt::format(R"({{"uuid":"{}","status":"pending","entry":"{}","description":{},"project":{})",
                  item.uuid, item.since.iso(), quoted_json(item.text), quoted_json(item.person));
  if (item.due) out += fmt::format(R"(,"due":"{}")", item.due->iso());
  if (!item.owner.empty()) out += fmt::format(R"(,"tags":[{}])", quoted_json(item.owner));
  return out + '}';
}

}  // namespace

std::string outside_uuid(const Person& person, const std::string& what) {
  std::vector<std::string> handles = person.people;
  std::ranges::sort(handles);
  return name_uuid(fmt::format("oneonone:{}/{}", fmt::join(handles, "+"), what));
}

std::string outside_text(const std::string& text) {
  std::string line = unicode::visible(text);
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return line.empty() ? "(no text)" : line;
}

std::string todo_txt(const std::vector<OutsideItem>& items) {
  std::string out;
  for (const OutsideItem& item : items) {
    out += fmt::format("{} {} +{}", item.since.iso(), item.text, item.person);
    if (!item.owner.empty()) out += " @" + item.owner;
    if (item.due) out += " due:" + item.due->iso();
    out += fmt::format(" id:{}\n", item.id);
  }
  return out;
}

std::string taskwarrior_json(const std::vector<OutsideItem>& items) {
  std::string out = "[";
  for (const OutsideItem& item : items) {
    out += out.size() == 1 ? "\n" : ",\n";
    out += task_object(item);
  }
  return out + "\n]\n";
}

std::string rfc4180_csv(const std::vector<OutsideItem>& items) {
  std::string out = "id,person,owner,text,since,due\r\n";
  for (const OutsideItem& item : items) {
    out += fmt::format("{},{},{},{},{},{}\r\n", quoted_csv(item.id), quoted_csv(item.person),
                       quoted_csv(item.owner), quoted_csv(item.text), item.since.iso(),
                       item.due ? item.due->iso() : "");
  }
  return out;
}

std::string icalendar(const std::vector<OutsideItem>& items,
                      const std::vector<OutsideMeeting>& meetings) {
  std::string out = content_line("BEGIN:VCALENDAR") + content_line("VERSION:2.0") +
                    content_line("PRODID:-//oneonone//oneonone//EN");
  for (const OutsideMeeting& meeting : meetings) out += event_component(meeting);
  for (const OutsideItem& item : items) out += todo_component(item);
  return out + content_line("END:VCALENDAR");
}

}  // namespace oneonone
