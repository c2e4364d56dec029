import { asObject, codePoints, equal, maximumDepth, multiple, own } from './checks.js';
import { actualOf, oneOf, shown, typeName, withArticle } from './words.js';
const maximumIssues = 100;
const maximumAttempts = 2_000;
/** The issues of a refused value. */
export function collect(value, find) {
    const out = { issues: [], depth: 0, attempts: { left: maximumAttempts } };
    find(value, '', out);
    if (out.issues.length === 0)
        report(out, '', '', 'depth', maximumDepth, typeName(value), 'is nested too deeply');
    return out.issues;
}
/** Appends a property's name or an item's index to a JSON Pointer. */
export function join(path, token) {
    if (typeof token === 'number')
        return `${path}/${token}`;
    return `${path}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
/** Adds an issue, unless there are enough or it is known. */
export function report(out, path, schemaPath, keyword, expected, actual, message) {
    if (out.issues.length >= maximumIssues)
        return;
    if (out.issues.some((known) => known.path === path && known.message === message))
        return;
    out.issues.push({ path, keyword, expected, actual, message, schemaPath });
}
/** Follows a schema that contains itself one level down. */
export function nested(find, value, path, out) {
    // a value that contains itself twice would else be unfolded without end
    if (out.issues.length >= maximumIssues)
        return;
    if (out.depth >= maximumDepth) {
        report(out, path, '', 'depth', maximumDepth, typeName(value), 'is nested too deeply');
        return;
    }
    out.depth += 1;
    find(value, path, out);
    out.depth -= 1;
}
/** The value has the wrong type. */
export function wrongType(value, path, out, schema, expected) {
    const actual = expected === 'integer' && Number.isFinite(value) ? String(value) : typeName(value);
    const message = `must be ${withArticle(expected)}, got ${actual}`;
    report(out, path, `${schema}/type`, 'type', expected, actual, message);
}
/** The object to look into, or undefined after an issue. */
export function expectObject(value, path, out, schema) {
    const object = asObject(value);
    if (object === undefined)
        wrongType(value, path, out, schema, 'object');
    return object;
}
/** The array to look into, or undefined after an issue. */
export function expectArray(value, path, out, schema) {
    if (Array.isArray(value))
        return value;
    wrongType(value, path, out, schema, 'array');
    return undefined;
}
/** Issues of a null or a boolean. */
export function scalarIssues(value, path, out, schema, type) {
    if (typeName(value) !== type)
        wrongType(value, path, out, schema, type);
}
/** Issues of a string. */
export function textIssues(value, path, out, schema, limits = {}) {
    if (typeof value !== 'string') {
        if (limits.typed !== false)
            wrongType(value, path, out, schema, 'string');
        return;
    }
    const { minLength = 0, maxLength = Infinity, pattern } = limits;
    sizeIssues(codePoints(value), path, out, schema, 'character', ['minLength', minLength], ['maxLength', maxLength]);
    if (pattern?.limit !== undefined && value.length > pattern.limit) {
        tooLong(value.length, path, out, `${schema}/pattern`, 'pattern', pattern.limit);
    }
    else if (pattern !== undefined && !pattern.test(value)) {
        const message = `must match the pattern ${pattern.source}, got ${shown(value)}`;
        report(out, path, `${schema}/pattern`, 'pattern', pattern.source, value, message);
    }
}
/** A text is too long for a pattern that could take very long on it. */
function tooLong(size, path, out, schema, keyword, limit) {
    const message = `must have at most ${limit} characters for its pattern to be checked in good time, got ${size}`;
    report(out, path, schema, keyword, limit, size, message);
}
/** The issue of a property's name that is too long for the patterns that names are checked against. */
export function longNameIssues(name, path, out, schema, limit) {
    if (name.length > limit) {
        tooLong(name.length, join(path, name), out, `${schema}/patternProperties`, 'patternProperties', limit);
    }
}
/** Issues of a length or a count. */
export function sizeIssues(size, path, out, schema, unit, [lowKeyword, low], [highKeyword, high] = ['', Infinity]) {
    if (size >= low && size <= high)
        return;
    const say = (keyword, limit, words) => {
        const units = limit === 1 ? unit : `${unit.replace(/y$/, 'ie')}s`;
        report(out, path, `${schema}/${keyword}`, keyword, limit, size, `must have ${words} ${limit} ${units}, got ${size}`);
    };
    if (size < low)
        say(lowKeyword, low, 'at least');
    if (size > high)
        say(highKeyword, high, 'at most');
}
/** Issues of a number. */
export function numberIssues(value, path, out, schema, limits = {}) {
    const { integer = false, minimum = -Infinity, exclusiveMinimum, maximum = Infinity, exclusiveMaximum, multipleOf, } = limits;
    if (limits.typed === false && typeof value !== 'number')
        return;
    if (typeof value !== 'number' || !(integer ? Number.isInteger(value) : Number.isFinite(value))) {
        return wrongType(value, path, out, schema, integer ? 'integer' : 'number');
    }
    const say = (keyword, limit, words) => report(out, path, `${schema}/${keyword}`, keyword, limit, value, `must be ${words} ${limit}, got ${value}`);
    if (value < minimum)
        say('minimum', minimum, 'at least');
    if (value > maximum)
        say('maximum', maximum, 'at most');
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
        say('exclusiveMinimum', exclusiveMinimum, 'more than');
    if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
        say('exclusiveMaximum', exclusiveMaximum, 'less than');
    if (multipleOf !== undefined && !multiple(value, multipleOf))
        say('multipleOf', multipleOf, 'a multiple of');
}
/** The value is none of the allowed ones. */
export function literalIssues(value, path, out, schema, allowed) {
    for (const one of allowed)
        if (equal(value, one))
            return;
    const values = [...allowed];
    const keyword = values.length === 1 ? 'const' : 'enum';
    report(out, path, `${schema}/${keyword}`, keyword, values, actualOf(value), `must be ${oneOf(values)}, got ${shown(value)}`);
}
/** Issues of the properties that are missing. */
export function requiredIssues(object, path, out, schema, names) {
    for (const name of names) {
        if (own(object, name) !== undefined)
            continue;
        report(out, join(path, name), `${schema}/required`, 'required', 'a value', 'nothing', 'must be present');
    }
}
/** Issues of the properties that must be present because `name` is. */
export function dependentIssues(object, path, out, schema, name, names) {
    if (own(object, name) === undefined)
        return;
    for (const other of names) {
        if (own(object, other) !== undefined)
            continue;
        const message = `must be present where ${shown(name)} is`;
        report(out, join(path, other), `${schema}/dependentRequired`, 'dependentRequired', 'a value', 'nothing', message);
    }
}
/** Issues of a property's name, which stand at the property. */
export function nameIssues(name, path, out, schema, find) {
    const [issue] = issuesOfBranch(find, name, path, out);
    if (issue === undefined)
        return;
    const message = `has a name that ${issue.message}`;
    report(out, join(path, name), `${schema}/propertyNames`, 'propertyNames', issue.expected, issue.actual, message);
}
/** Nothing may stand here. */
export function forbidden(value, path, out, schema, keyword) {
    const schemaPath = keyword === 'false' ? schema : `${schema}/${keyword}`;
    report(out, path, schemaPath, keyword, 'nothing', typeName(value), 'must not be present');
}
/** The value has a form that is ruled out. */
export function ruledOut(value, path, out, schema) {
    report(out, path, `${schema}/not`, 'not', 'another form', actualOf(value), `must not have this form, got ${shown(value)}`);
}
/** Two items are equal. */
export function repeatedItems(path, out, schema) {
    const message = 'must not have two equal items';
    report(out, path, `${schema}/uniqueItems`, 'uniqueItems', 'distinct items', 'equal items', message);
}
/** The issues that `find` alone gives. */
export function issuesOfBranch(find, value, path, out) {
    const branch = { issues: [], depth: out.depth, attempts: out.attempts };
    find(value, path, branch);
    return branch.issues;
}
