import { own } from './checks.js';
import { inside, newest, record, refuse, under, within } from './issues.js';
import { absent, tooLong, type } from './leaves.js';
import { shown } from './words.js';
// Refusals of the properties of objects whose names are not all known. Each is true if other issues are wanted too.
/** The property is not of its type. */
export function mistyped(object, key, expected, before) {
    return type(object[key], expected) || within(key, before);
}
/** The property is missing. */
export function missing(key, before) {
    return refuse(undefined, 'required', 'present') || inside(`/${key}`, '', before);
}
/** The property is missing, and must be there because another is. */
export function missingBeside(key, other, before) {
    refuse(undefined, 'required', 'present');
    const issue = newest();
    if (issue) {
        issue.keyword = 'dependentRequired';
        issue.schemaPath = '/dependentRequired';
        issue.message = `must be present where ${shown(other)} is, but is missing`;
    }
    return inside(`/${key}`, '', before);
}
/** The property, if it is one of the object's own and present, has no place in it. */
export function surplus(object, key, before, keyword = 'additionalProperties') {
    const member = own(object, key);
    return member === undefined || absent(member, keyword) || under(key, `/${keyword}`, before);
}
/** Whether the property's name is as it must be. */
export function named(key, test, before) {
    const issues = record(key, test, 1);
    if (issues === undefined)
        return true;
    const [first] = issues;
    refuse(key, 'propertyNames', first?.expected ?? 'another name');
    const issue = newest();
    if (issue && first)
        issue.message = `must have a name that ${first.message}`;
    return under(key, '', before);
}
/** Whether the property's name can be checked against a pattern that may take very long on it. */
export function short(key, limit, before) {
    return key.length <= limit || tooLong(key, limit, 'patternProperties') || under(key, '', before);
}
