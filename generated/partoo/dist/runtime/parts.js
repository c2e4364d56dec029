import { inside, newest, noting, recordAside, refuse, under } from "./issues.js";
import { absent, oneOf, text, tooLong, type, unlisted } from "./leaves.js";
import { shown, tell } from "./words.js";
// Refusals of the properties of objects, all of each in one call. They return what `inside` does: see issues.ts.
/** The property is not of the type, or of none of the types. */
export function mistyped(object, key, expected) {
	return noting() && type(object[key], expected, key);
}
/** Whether the property is a text of so many code points. */
export function missized(object, key, minimum, maximum) {
	return text(object[key], minimum, maximum, key);
}
/** The same where null may stand, too. */
export function missizedOrNull(object, key, minimum, maximum) {
	return text(object[key], minimum, maximum, key, ["string", "null"]);
}
/** The property has none of the allowed values. */
export function misvalued(object, key, allowed) {
	return oneOf(object[key], allowed, key);
}
/** Whether the property, which has none of the listed values, may have one that a newer API lists. */
export function misvaluedOpen(object, key, listed) {
	return unlisted(object[key], listed, key);
}
/** The property is missing. */
export function missing(key) {
	return refuse(undefined, "required", "present", "must be ", key);
}
/** The property is missing, and must be there because another is. */
export function missingBeside(key, other) {
	refuse(undefined, "required", "present");
	const issue = newest();
	if (issue) {
		issue.keyword = "dependentRequired";
		issue.schemaPath = "/dependentRequired";
		issue.message = `must be present where ${shown(other)} is, but is missing`;
	}
	return inside(`/${key}`, "");
}
/** The property has no place in the object. */
export function surplus(object, key, keyword = "additionalProperties") {
	if (!noting()) return false;
	absent(object[key], keyword);
	return under(key, `/${keyword}`);
}
/** The property's name is not as `test` wants it. */
export function misnamed(key, test) {
	const [first] = noting() && recordAside(key, test, 1) || [];
	refuse(key, "propertyNames", first?.expected ?? "another name");
	const issue = newest();
	if (issue && first) {
		tell(first);
		issue.message = `must have a name that ${first.message}`;
	}
	return under(key, "");
}
/** The property's name cannot be checked against a pattern that may take very long on it. */
export function overlong(key, limit) {
	tooLong(key, limit, "patternProperties");
	return under(key, "");
}
