import { issuesOfBranch, report } from './issues.js';
import { actualOf, listed, oneOf, shown, typeName } from './words.js';
// Explains why no branch of a union fits.
/** The tag of a union is missing or leads nowhere. */
export function tagIssue(value, path, out, schema, allowed) {
    const message = `must be ${oneOf(allowed)}, ${value === undefined ? 'but is missing' : `got ${shown(value)}`}`;
    report(out, path, `${schema}/discriminator`, 'discriminator', allowed, actualOf(value), message);
}
/** Issues of a value that may also be null. */
export function issuesUnlessNull(value, path, out, find) {
    if (value === null)
        return;
    const before = out.issues.length;
    find(value, path, out);
    for (let index = before; index < out.issues.length; index += 1) {
        const issue = out.issues[index];
        if (issue === undefined || issue.path !== path || !['type', 'const', 'enum'].includes(issue.keyword))
            continue;
        const end = issue.message.lastIndexOf(', got ');
        const message = `${issue.message.slice(0, end)} or null${issue.message.slice(end)}`;
        out.issues[index] = { ...issue, expected: [issue.expected, 'null'].flat(), message };
    }
}
/**
 * Issues of a union without a tag: none if a branch fits (exactly one for `oneOf`); else those of the closest branch,
 * which is the one with the fewest and deepest issues, and a summary where several branches were in question.
 */
export function unionIssues(value, path, out, schema, mode, branches) {
    const total = branches.length;
    out.attempts.left -= total;
    if (out.attempts.left < 0)
        return noBranch(value, path, out, schema, mode, total);
    const found = branches.map((find) => issuesOfBranch(find, value, path, out));
    const matches = found.filter((issues) => issues.length === 0).length;
    if (matches === 1 || (matches > 1 && mode === 'anyOf'))
        return;
    if (matches > 1) {
        const message = `must have exactly one of ${total} forms, but has ${matches} of them`;
        return report(out, path, `${schema}/oneOf`, 'oneOf', 1, matches, message);
    }
    const fitting = found.filter((issues) => !isMisfit(issues[0], value, path));
    if (fitting.length === 0)
        return wrongTypes(value, path, out, schema, mode, found);
    const closest = fitting.reduce((best, issues) => (closeness(issues) < closeness(best) ? issues : best));
    for (const issue of closest) {
        report(out, issue.path, issue.schemaPath, issue.keyword, issue.expected, issue.actual, issue.message);
    }
    if (fitting.length > 1)
        noBranch(value, path, out, schema, mode, total, found.indexOf(closest) + 1);
}
/** Whether a branch is for values of another type. */
function isMisfit(issue, value, path) {
    if (issue === undefined || issue.path !== path)
        return false;
    if (issue.keyword === 'type')
        return true;
    if (issue.keyword !== 'const' && issue.keyword !== 'enum')
        return false;
    return [issue.expected].flat().every((one) => typeName(one) !== typeName(value));
}
/** Fewer issues are closer; among as many, deeper ones. What is missing is missing in the object, a level above. */
function closeness(issues) {
    const depth = Math.max(...issues.map(({ path, keyword }) => path.split('/').length - (keyword === 'required' ? 1 : 0)));
    return issues.length - depth / (depth + 1);
}
function wrongTypes(value, path, out, schema, mode, found) {
    const wanted = [...new Set(found.map(([issue]) => wantedWords(issue)))];
    const expected = found.flatMap(([issue]) => (issue === undefined ? [] : [issue.expected]));
    const message = `must be ${listed(wanted)}, got ${typeName(value)}`;
    const only = expected.length === 1 ? expected[0] : undefined;
    report(out, path, `${schema}/${mode}`, 'type', only ?? expected, typeName(value), message);
}
/** What stands between `must be` and `got` in a message. */
function wantedWords(issue) {
    return issue === undefined ? '' : issue.message.slice('must be '.length, issue.message.lastIndexOf(', got '));
}
function noBranch(value, path, out, schema, mode, total, closest) {
    const hint = closest === undefined ? '' : `; the closest is number ${closest}`;
    const message = `must have one of ${total} forms${hint}`;
    report(out, path, `${schema}/${mode}`, mode, 'one of the forms', typeName(value), message);
}
