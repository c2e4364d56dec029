import { noting, mayAsk, newest, recordAside, refuse, refuseAll, wantsBranches } from "./issues.js";
import { tell, wanted, withFound } from "./words.js";
/**
 * Notes why none of the branches fits (or for `oneOf`, more than one): the issues of the closest branch, which is the
 * one with the fewest and deepest issues, and a summary where several branches were in question. Always false.
 */
export function closest(value, keyword, branches) {
	if (!noting()) return false;
	const total = branches.length;
	if (!mayAsk(total)) return noBranch(value, keyword, total);
	const answers = branches.map((test, index) => issuesOf(test, value, keyword === "type" ? "" : `/${keyword}/${index}`));
	const matches = answers.filter((issues) => issues.length === 0).length;
	if (matches > 1) return tooManyBranches(matches, total);
	const fitting = answers.filter(([first]) => first !== undefined && !isMisfit(first, value));
	const [best, ...others] = [...fitting].sort((left, right) => distance(left) - distance(right));
	if (best === undefined) return wrongTypes(value, keyword, answers);
	refuseAll(best);
	return others.length === 0 ? false : noBranch(value, keyword, total, answers, answers.indexOf(best) + 1);
}
function tooManyBranches(matches, total) {
	refuse(matches, "oneOf", 1);
	const issue = newest();
	if (issue) issue.message = `must have exactly one of ${total} forms, but has ${matches} of them`;
	return false;
}
function issuesOf(test, value, location) {
	const issues = recordAside(value, test, 100) ?? [];
	for (const issue of issues) issue.schemaPath = location + issue.schemaPath;
	return issues;
}
/** Whether a branch is for values of another type. */
function isMisfit({ path, keyword, expected }, value) {
	if (path !== "") return false;
	if (keyword === "const" || keyword === "enum") return [expected].flat().every((one) => typeof one !== typeof value);
	return keyword === "type" || keyword === "required";
}
/** Fewer issues are closer; among as many, deeper ones. What is missing is missing in the object, a level above. */
function distance(issues) {
	const depths = issues.map(({ path, keyword }) => path.split("/").length - (keyword === "required" ? 1 : 0));
	const depth = Math.max(...depths);
	return issues.length - depth / (depth + 1);
}
function wrongTypes(value, keyword, answers) {
	const first = answers.flatMap(([issue]) => issue ?? []);
	const expected = first.flatMap((issue) => issue.expected);
	refuse(value, "type", expected);
	const issue = newest();
	if (issue) {
		const words = first.map((one) => wanted(one).slice("must be ".length));
		issue.schemaPath = `/${keyword}`;
		issue.message = withFound(`must be ${eitherOf([...new Set(words)])}`, value);
	}
	return false;
}
/** `a, b or c`. */
function eitherOf(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
/** Issues as they are now: those of the closest branch go further. */
function told(drafts) {
	return drafts.map((draft) => {
		const issue = { ...draft };
		tell(issue);
		return issue;
	});
}
function noBranch(value, keyword, total, branches, best) {
	refuse(value, keyword, "one of the forms");
	const issue = newest();
	if (issue === undefined) return false;
	issue.message = `must have one of ${total} forms${best === undefined ? "" : `; the closest is number ${best}`}`;
	if (branches && wantsBranches()) issue.branches = branches.map(told);
	return false;
}
