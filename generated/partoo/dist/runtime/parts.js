import { inside, newest, noting, record, refuse, under, within } from "./issues.js";
import { absent, tooLong, type } from "./leaves.js";
import { shown, tell } from "./words.js";
// Refusals of the properties of objects. Each returns what `inside` does: see issues.ts.
/** The property is not of its type. */
export function mistyped(object, key, expected, from) {
	if (!noting()) return 0;
	type(object[key], expected);
	return within(key, from);
}
/** The property is missing. */
export function missing(key, from) {
	refuse(undefined, "required", "present");
	return inside(`/${key}`, "", from);
}
/** The property is missing, and must be there because another is. */
export function missingBeside(key, other, from) {
	refuse(undefined, "required", "present");
	const issue = newest();
	if (issue) {
		issue.keyword = "dependentRequired";
		issue.schemaPath = "/dependentRequired";
		issue.message = `must be present where ${shown(other)} is, but is missing`;
	}
	return inside(`/${key}`, "", from);
}
/** The property has no place in the object. */
export function surplus(object, key, from, keyword = "additionalProperties") {
	if (!noting()) return 0;
	absent(object[key], keyword);
	return under(key, `/${keyword}`, from);
}
/** The property's name is not as `test` wants it. */
export function misnamed(key, test, from) {
	const [first] = noting() && record(key, test, 1) || [];
	refuse(key, "propertyNames", first?.expected ?? "another name");
	const issue = newest();
	if (issue && first) {
		tell(first);
		issue.message = `must have a name that ${first.message}`;
	}
	return under(key, "", from);
}
/** The property's name cannot be checked against a pattern that may take very long on it. */
export function overlong(key, limit, from) {
	tooLong(key, limit, "patternProperties");
	return under(key, "", from);
}
