const none = [];
/** How many issues are wanted; 0 while nothing is noted. */
let limit = 0;
/** `none`, or a list of its own for what is noted. */
let issues = none;
/** So many of the issues stand where they belong in the value that is being looked into. */
let claimed = 0;
/** What the question was asked with. */
let asked = {};
/** How much more may be asked again to explain refusals: unions within unions would else take exponential time. */
let attempts = 0;
/**
 * The issues that `test` notes of `value`, at most `wanted`; undefined if it accepts it. In the middle of another question,
 * as for a branch of a union or from a getter, that one goes on as if nothing had happened.
 */
export function record(value, test, wanted, wishes = asked) {
	const outerLimit = limit;
	const outerIssues = issues;
	const outerClaimed = claimed;
	const outerAsked = asked;
	if (limit === 0) attempts = 2e3;
	limit = wanted;
	issues = none;
	claimed = 0;
	asked = wishes;
	try {
		return test(value) ? undefined : issues;
	} finally {
		limit = outerLimit;
		issues = outerIssues;
		claimed = outerClaimed;
		asked = outerAsked;
	}
}
/** Whether issues are noted. */
export function noting() {
	return limit > 0;
}
/** Whether summaries of unions tell what each branch has to say. */
export function wantsBranches() {
	return asked.branches === true;
}
/** Whether what the documents do not list passes where answers may hold it. */
export function lenient() {
	return asked.open === true;
}
/** Whether so many more questions may be asked to explain a refusal. */
export function mayAsk(questions) {
	attempts -= questions;
	return attempts >= 0;
}
/** Stops noting, and returns what `resume` needs. An error on the way does no harm: `record` cleans up. */
export function pause() {
	const paused = limit;
	limit = 0;
	return paused;
}
/** Goes on noting, and returns `answer`: `resume(pause(), isX(value))` asks without noting. */
export function resume(paused, answer) {
	limit = paused;
	return answer;
}
/** Notes that `value` is not what `words` and `expected` say. Always false. What is undefined is missing: that is `required`. */
export function refuse(value, keyword, expected, words = "must be ") {
	if (issues.length < limit) {
		const name = value === undefined ? "required" : keyword;
		// most refusals are of this kind, and a text that is there is found faster than one that is put together
		const schemaPath = name === "type" ? "/type" : "/" + name;
		note({
			path: "",
			keyword: name,
			expected,
			actual: value,
			message: words,
			schemaPath
		});
	}
	return false;
}
function note(issue) {
	if (issues === none) issues = [issue];
	else issues.push(issue);
}
/** The issue that was just noted of the value itself, to say more of it. */
export function newest() {
	const issue = limit > 0 ? issues[issues.length - 1] : undefined;
	return issue?.path === "" ? issue : undefined;
}
/** Notes issues found elsewhere. Always false. */
export function refuseAll(found) {
	for (const issue of found) if (issues.length < limit) note(issue);
	return false;
}
/** What was just refused stands at `path` in the value, and at `location` in the schema. Always false. */
export function at(path, location) {
	for (let index = claimed; index < issues.length; index += 1) {
		const issue = issues[index];
		const isHere = issue.path === "";
		// a property is required by the object that lacks it
		if (!isHere || issue.keyword !== "required") issue.schemaPath = location + issue.schemaPath;
		issue.path = isHere ? path : path + issue.path;
	}
	return false;
}
/**
 * Like `at`, for one of several parts of a value. `from` is 0, or what this said of another part that was refused before.
 * 0 if no more issues are wanted; else the number, from 1 on, of the first issue in the value.
 */
export function inside(path, location, from) {
	at(path, location);
	const first = from || claimed + 1;
	const isOpen = issues.length < limit;
	claimed = isOpen ? issues.length : first - 1;
	return isOpen ? first : 0;
}
/** The property `key` was refused: see `inside`. */
export function within(key, from) {
	return limit && inside("/" + key, "/properties/" + key, from);
}
/** The item `index` was refused: see `inside`. */
export function atItem(index, from) {
	return limit && inside(`/${index}`, "/items", from);
}
/** The value itself was refused, and its parts may be, too: see `inside`. */
export function here(from) {
	return inside("", "", from);
}
/** The value `key` of a map was refused, one that `location` speaks of: see `inside`. */
export function under(key, location, from) {
	if (limit === 0) return 0;
	const isPlain = !key.includes("~") && !key.includes("/");
	const token = isPlain ? key : key.replaceAll("~", "~0").replaceAll("/", "~1");
	return inside(`/${token}`, location, from);
}
/** One of several schemas refused the value: see `inside`. What another has said already is not said again. */
export function also(location, from) {
	if (limit === 0) return 0;
	const known = from > 0 ? issues.slice(from - 1, claimed) : none;
	for (const issue of issues.splice(claimed)) {
		if (!known.some((one) => one.path === issue.path && isSame(one, issue))) issues.push(issue);
	}
	return inside("", location, from);
}
function isSame(one, other) {
	return one.message === other.message && JSON.stringify(one.expected) === JSON.stringify(other.expected);
}
/** A part of the value was refused, the first with the issue of this number, and so is the value. Always false. */
export function done(from) {
	claimed = from - 1;
	return false;
}
/** What was refused may be null, too: its issue says so. Always false. */
export function orNull() {
	const issue = newest();
	if (issue?.keyword === "type") {
		const { expected } = issue;
		issue.expected = Array.isArray(expected) ? [...expected, "null"] : [expected, "null"];
	}
	return false;
}
