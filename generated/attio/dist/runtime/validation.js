import { own } from './checks.js';
import { collect } from './issues.js';
/** Thrown by the `assert` functions. */
export class ValidationIssuesError extends Error {
    issues;
    constructor(issues) {
        super(issues.map(({ path, message }) => `${path === '' ? 'the value' : path} ${message}`).join('; '));
        this.name = 'ValidationIssuesError';
        this.issues = issues;
    }
}
/** The result for a refused value. */
export function failure(value, find) {
    return { ok: false, issues: collect(value, find) };
}
/** The error for a refused value. */
export function refusal(value, find) {
    return new ValidationIssuesError(collect(value, find));
}
/** The Standard Schema face of a `parse` function. */
export function standardSchema(parse) {
    const validate = (value) => {
        const result = parse(value);
        if (result.ok)
            return { value: result.value };
        return { issues: result.issues.map((issue) => standardIssue(issue, value)) };
    };
    return { '~standard': { version: 1, vendor: 'specloom', validate } };
}
/** Indices of arrays become numbers, as libraries that follow the path expect. */
function standardIssue({ path, message }, root) {
    let current = root;
    const segments = [];
    for (const token of path.split('/').slice(1)) {
        const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
        segments.push(Array.isArray(current) ? Number(name) : name);
        current = typeof current === 'object' && current !== null ? own(current, name) : undefined;
    }
    return { message, path: segments };
}
