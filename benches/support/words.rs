//! What the made-up postings say. `{role}`, `{team}`, `{place}`, `{skill}` and `{other}` are filled in.

pub(super) const LEVELS: &[&str] = &["", "Junior", "Senior", "Lead", "Staff", "Principal"];

pub(super) const ROLES: &[&str] = &[
    "Timetable Engineer",
    "Backend Developer",
    "Frontend Developer",
    "Data Engineer",
    "Platform Engineer",
    "Embedded Developer",
    "Reliability Engineer",
    "Product Designer",
    "Product Manager",
    "Security Engineer",
    "Mobile Developer",
    "Support Engineer",
    "Research Scientist",
    "Technical Writer",
];

pub(super) const TEAMS: &[&str] = &[
    "Timetables",
    "Ticketing",
    "Onboard Systems",
    "Depots",
    "Passenger Apps",
    "Forecasting",
    "Foundations",
    "Access",
    "Night Services",
    "Open Data",
];

pub(super) const PLACES: &[&str] = &[
    "Aarhus",
    "Bergen",
    "Bilbao",
    "Bratislava",
    "Gdańsk",
    "Ghent",
    "Graz",
    "Leipzig",
    "Ljubljana",
    "Lyon",
    "Nantes",
    "Nijmegen",
    "Porto",
    "Tampere",
    "Tartu",
    "Turin",
    "Valencia",
    "Winterthur",
    "Remote (EU)",
    "Remote (Europe)",
];

pub(super) const SKILLS: &[&str] = &[
    "Rust",
    "TypeScript",
    "SQL",
    "PostgreSQL",
    "Kotlin",
    "Swift",
    "Python",
    "Go",
    "Elixir",
    "React",
    "Svelte",
    "GraphQL",
    "Kafka",
    "Kubernetes",
    "Terraform",
    "Linux",
    "CAN bus",
    "GTFS",
    "Optimisation",
    "Statistics",
    "Accessibility",
    "Figma",
    "Cryptography",
    "WebAssembly",
    "SQLite",
    "Grafana",
    "Nix",
    "Zig",
    "C++",
    "Observability",
];

pub(super) const EMPLOYMENT: &[&str] = &["full-time", "full-time", "full-time", "part-time", "contract", "internship"];

pub(super) const SUMMARIES: &[&str] = &[
    "Help 200 small towns run buses that people can rely on, with {skill} and the {team} team.",
    "Join {team} in {place} and make the last bus home wait for the last train.",
    "A {role} who likes {skill}, maps and riders who never notice that anything went wrong.",
    "Build what drivers, planners and riders of rural buses use every day.",
];

pub(super) const INTRODUCTIONS: &[&str] = &[
    "Fernhollow runs the software behind buses in places where a missed connection means an hour in the rain. The \
     **{team}** team looks after the part that nobody sees until it fails, and we are looking for a *{role}* to join it.",
    "Half of the routes we plan carry fewer than twelve people. That is the point: a line that the market gave up on can \
     run well if its planning costs next to nothing, and {skill} is how we get there.",
    "From [our office in {place}](https://fernhollow.example/offices) you would work with planners who have driven \
     the routes themselves, and who will tell you within a day whether your idea survives a school term.",
    "You may have read our [notes on running late](https://notes.fernhollow.example/late) 🚌. They began as an argument \
     in {team}, ended as a paper, and are now part of every timetable we publish.",
    "We are 86 people in five countries, owned by the towns that use what we make. There is no exit planned, no growth \
     for its own sake, and a board on which a bus driver has a seat.",
];

pub(super) const TASKS: &[&str] = &[
    "Own a part of `{team}` from the first sketch to the morning on which 4,000 riders depend on it",
    "Turn what dispatchers scribble on paper into tools that are **faster than paper**",
    "Measure before and after, and write down what the numbers do *not* say",
    "Take the slowest query of the month and make it boring, whether it is {skill} or the way we store stops",
    "Pair with colleagues in {place} and elsewhere, two afternoons a week, on whatever is hardest just then",
    "Review changes with care for the person who will read them at five in the morning",
    "Ride a route of your choice once a quarter, and bring back one thing that we got wrong",
    "Keep our [open timetable format](https://format.fernhollow.example/spec) small, documented and compatible",
    "Retire the last of our {other} scripts, without anybody on the road noticing",
    "Plan with {team} what to leave out, and tell the towns why",
    "Answer a share of the questions that riders send; most of them are bug reports in disguise",
    "Make failures visible: a bus that reports nothing is not a bus that is on time",
];

pub(super) const REQUIREMENTS: &[&str] = &[
    "Several years of work on software that other people depended on, in {skill} or something close to it",
    "You can explain a trade-off to a planner and to a compiler, in that order",
    "Working knowledge of {other}, or the patience to gain it in a few weeks",
    "You have run what you wrote, and have been woken by it at least once 🌙",
    "Written English that colleagues enjoy reading; German, Polish or French help with the towns",
    "A habit of deleting code, and tests that make deleting safe",
    "You ask what a feature costs the person with the oldest telephone",
    "Enough statistics to distrust an average",
    "An interest in how places stay reachable for those who can't drive",
];

pub(super) const EXTRAS: &[&str] = &[
    "You have read the GTFS reference, and have opinions on `stop_times.txt`",
    "Contributions to free software, of any size; a fixed typo counts",
    "Experience with public tenders, or a sense of humour that would survive one",
    "You have soldered something that later went on a vehicle",
    "Time spent in a control room, a depot or a call centre",
    "Talks, drawings or articles in which you made something complicated plain",
];

pub(super) const HABITS: &[&str] = &[
    "We plan in cycles of six weeks with one week of rest after each, in which nobody starts anything new. What is \
     not done by then is cut smaller, never made up for at night.",
    "Decisions are written down where everybody can find them, with the options that lost. Whoever joins later can read \
     why {skill} was chosen for one part of {team} and {other} for another.",
    "There are two meetings a week that everybody attends, and both end early more often than not. The rest is done in \
     [documents](https://fernhollow.example/handbook), in pairs, or on a walk.",
    "On-call is shared by all who write code, one week in nine, and paid whether it rings or not. Last year it rang \
     eleven times at night; we keep the list, and each entry has led to a change.",
    "We release on every weekday morning but Friday, behind switches that a dispatcher can turn off alone. A release \
     that needs courage is a release that is too large.",
];

pub(super) const STORIES: &[&str] = &[
    "Last spring a snowfall closed nine passes in one night. The {team} team had new timetables out by half past four, \
     and the towns found them before they found us. We would like the next one to need nobody awake.",
    "The oldest part of {team} is from 2011, written on a train by somebody who still works here and still apologises \
     for it. It has carried some ninety million trips, and we replace it with respect and one table at a time.",
    "In {place} our desks are above a bicycle repair shop. There is a quiet floor, a loud floor, and a balcony on which \
     half of our architecture has been decided over coffee ☕.",
    "We keep a wall of connections that we saved: each card is a number, a place and a short story. New colleagues add \
     their first within a month, and usually it is one that a rider wrote to us about.",
    "A {role} here spends about half of the week on code, a quarter with the people who use it, and the rest on \
     reading, reviewing and the odd ride to a depot. If that ratio slips, we talk about it.",
];

pub(super) const OFFERS: &[&str] = &[
    "32 or 40 hours a week at the same hourly pay, to be changed each spring",
    "30 days off, and the week between the years besides",
    "A rail pass for your country, for work and for everything else 🚆",
    "Pay by a [public table](https://fernhollow.example/pay), which is the same in {place} as anywhere",
    "A budget of 1,800 € a year for learning, which nobody asks you to justify",
    "Twenty weeks of paid leave for every new parent",
    "Equipment of your choice, repaired rather than replaced where that makes sense",
    "Six weeks a year from another place, as long as your mornings meet ours",
];

pub(super) const APPLYING: &[&str] = &[
    "Send us a few lines and something you have made, through [the form](https://apply.fernhollow.example/) or to \
     <jobs@fernhollow.example>. We need no cover letter, no photograph and no date of birth.",
    "You hear from us within five working days, also when the answer is no. There are three conversations, none longer \
     than an hour, and a piece of work that we pay for.",
    "If you meet most of what is written above but not all of it, write anyway: we made this list long in order to be \
     clear, not in order to scare anybody off.",
    "Questions first? [Ask the team](mailto:team@fernhollow.example?subject=A%20question): a person who does this job \
     answers, most often on the same day.",
];

pub(super) const TABLE: &str = "
## 🗺️ The way from hello to the first day

| Step | With whom | How long | What you bring |
| :--- | :--- | ---: | :--- |
| A talk | somebody of the team | 30 min | your questions |
| A problem of ours | two colleagues | 60 min | a pencil, or an editor |
| A paid task | nobody but you | 4 h | whatever you work with |
| The last talk | a planner and a director | 45 min | what you would change |
";

pub(super) const CODE: &[&str] = &[
    r"```rust
/// Minutes that a rider waits, where the connection is kept at all.
fn wait(arrival: Minute, departures: &[Minute], change: u32) -> Option<u32> {
    let ready = arrival + change;
    departures.iter().filter(|&&at| at >= ready).map(|at| at - ready).min()
}

#[test]
fn a_bus_that_left_is_not_waited_for() {
    assert_eq!(wait(10, &[5, 12, 40], 3), Some(27));
}
```",
    r"```typescript
type Delay = { stop: string; minutes: number };

export async function worst(route: string, limit = 5): Promise<Delay[]> {
  const answer = await fetch(`/api/routes/${encodeURIComponent(route)}/delays`);
  if (!answer.ok) throw new Error(`no delays of ${route}: ${answer.status}`);
  const delays: Delay[] = await answer.json();
  return delays.sort((a, b) => b.minutes - a.minutes).slice(0, limit);
}
```",
    r"```sql
-- Stops at which more than one rider in ten misses a connection.
select s.name, count(*) filter (where t.missed) * 100.0 / count(*) as missed_percent
from transfers t
join stops s on s.id = t.stop_id
where t.day >= current_date - interval '28 days'
group by s.name
having count(*) > 50 and avg(t.missed::int) > 0.1
order by missed_percent desc;
```",
    r#"```json
{
  "route": "R 27",
  "valid": { "from": "2026-09-01", "to": null },
  "stops": [
    { "id": "mill", "name": "Old Mill", "request": true },
    { "id": "school", "name": "School", "waits_for": ["R 3", "train"] }
  ],
  "runs": [["06:12", "06:31"], ["07:05", "07:24"]]
}
```"#,
];
