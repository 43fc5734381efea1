// SPDX-License-Identifier: MIT
// `sync`: the same notes on several machines, through git.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/renamed_people.hpp"
#include "cli/session.hpp"
#include "cli/syncing.hpp"

namespace oneonone::sync_command {

std::string counted(int count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

/// What was done, or would be; empty when nothing was.
std::string deeds(const Synced& synced, bool would) {
  std::string text;
  const auto say = [&text](const std::string& deed) { text += (text.empty() ? "" : ", ") + deed; };
  if (synced.committed > 0)
    say(counted(synced.committed, "file") + (would ? " to commit" : " committed"));
  if (synced.received > 0)
    say(counted(synced.received, "commit") + (would ? " to receive" : " received"));
  if (synced.sent > 0) say(counted(synced.sent, "commit") + (would ? " to send" : " sent"));
  if (!text.empty() && !synced.remote && synced.problems.empty()) say("no remote");
  return text;
}

std::string place_of(Session& session, const Synced& synced) {
  return synced.path.empty() ? "notebook" : session.notebook().from_here(synced.path);
}

view::Table table_of(std::vector<Synced> all) {
  using view::Value;
  static const std::vector<view::Column<Synced>> columns{
      {"path", [](const Synced& one) { return Value(one.path.empty() ? "." : one.path); }},
      {"committed", [](const Synced& one) { return Value(one.committed); }},
      {"received", [](const Synced& one) { return Value(one.received); }},
      {"sent", [](const Synced& one) { return Value(one.sent); }},
      {"problem",
       [](const Synced& one) {
         return one.problems.empty() ? Value() : Value(one.problems.front().message);
       }},
  };
  return {std::move(all), columns};
}

/// The gravest: a conflict first.
Status graver(Status one, Status other) {
  return one == Status::conflict || other == Status::ok ? one : other;
}

Outcome run(Session& session) {
  const std::vector<SyncPlace> places = sync_places(session);
  if (places.empty()) {
    throw Error(Status::failed, "the notebook is in no git repository", session.notebook().root(),
                "'oneonone init' makes one");
  }
  const bool would = session.globals().dry_run;
  Outcome outcome;
  outcome.kind = "sync";
  std::vector<Synced> all;
  for (const SyncPlace& place : places) {
    Synced synced = synchronise(session, place, places);
    if (const std::string text = deeds(synced, would); !text.empty()) {
      outcome.view.emplace_back(view::Text{place_of(session, synced) + ": " + text});
    }
    if (would && synced.path != "private") {
      for (const std::string& file : synced.files) {
        outcome.view.emplace_back(view::Text{"  " + session.notebook().from_here(file)});
      }
    }
    for (const Error& problem : synced.problems) {
      outcome.status = graver(outcome.status, problem.status);
      outcome.problems.push_back(problem);
    }
    all.push_back(std::move(synced));
  }
  if (!would) follow_renames(session, left_behind(session));
  outcome.items = table_of(std::move(all));
  return outcome;
}

Run declare(Args& args) {
  args.example("sync", "commit, take in what others sent, send");
  args.example("sync -n", "what would be committed and sent");
  return [](Session& session) { return run(session); };
}

constexpr std::array table{Command{"sync", "bring the notes to your other machines and to others",
                                   "setting up", declare, [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::sync_command
