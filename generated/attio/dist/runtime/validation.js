import { record } from "./issues.js";
import { own } from "./own.js";
import { tell } from "./words.js";
/** Thrown by the `assert` functions. */
export class ValidationIssuesError extends Error {
	issues;
	constructor(issues) {
		super(issues.map(({ path, message }) => `${path === "" ? "the value" : path} ${message}`).join("; "));
		this.name = "ValidationIssuesError";
		this.issues = issues;
	}
}
/**
 * `value` itself if `is` accepts it, else the issues that `check`, the same test, notes of it; `schema` is what their
 * `schemaPath` begins with.
 */
export function parse(value, is, check, schema, options) {
	const limit = options?.limit ?? 100;
	// most values fit: nothing is made or kept for those; but one issue is had soonest at once
	const drafts = limit > 1 && is(value) ? undefined : record(value, check, limit, options);
	if (drafts === undefined) return {
		ok: true,
		value
	};
	for (const draft of drafts) {
		draft.schemaPath = schema + draft.schemaPath;
		tell(draft);
		if (options?.message) draft.message = options.message(draft);
	}
	return {
		ok: false,
		issues: drafts
	};
}
/** Throws a ValidationIssuesError for a failure. */
export function orThrow(result) {
	if (!result.ok) throw new ValidationIssuesError(result.issues);
}
/** The Standard Schema face of a `parse` function. */
export function standardSchema(parse) {
	const validate = (value) => {
		const result = parse(value);
		if (result.ok) return { value: result.value };
		return { issues: result.issues.map((issue) => standardIssue(issue, value)) };
	};
	return { "~standard": {
		version: 1,
		vendor: "specloom",
		validate
	} };
}
/** Indices of arrays become numbers, as libraries that follow the path expect. */
function standardIssue({ path, message }, root) {
	let current = root;
	const segments = [];
	for (const token of path.split("/").slice(1)) {
		const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
		segments.push(Array.isArray(current) ? Number(name) : name);
		current = typeof current === "object" && current !== null ? own(current, name) : undefined;
	}
	return {
		message,
		path: segments
	};
}
