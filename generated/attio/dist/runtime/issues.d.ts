import { type Members, type TextPattern } from './checks.js';
import { type IssueValue } from './words.js';
export type { IssueValue };
/** One reason why a value was refused. */
export interface Issue {
    /** Where in the value, as a JSON Pointer (RFC 6901); the empty string is the value itself. */
    readonly path: string;
    /** The JSON Schema keyword that refused, or `discriminator`, or `depth`. */
    readonly keyword: string;
    /** What was wanted: a type, a limit, the allowed values. */
    readonly expected: IssueValue;
    /** What was found: the value if it is short, else its type or its size. */
    readonly actual: IssueValue;
    /** For a person: `must have at most 50 characters, got 61`. */
    readonly message: string;
    /** JSON Pointer of the keyword in the API's specification. */
    readonly schemaPath: string;
}
/** Issues in the making. At most `maximumIssues` are kept. */
export interface IssueCollector {
    readonly issues: Issue[];
    /** Levels of schemas that contain themselves. */
    depth: number;
    /** How many branches of unions may still be tried; bounds the work spent on explaining a refusal. */
    attempts: {
        left: number;
    };
}
/** Collects the issues of `value`, which stands at `path`. */
export type IssueFinder = (value: unknown, path: string, out: IssueCollector) => void;
/** The issues of a refused value. */
export declare function collect(value: unknown, find: IssueFinder): readonly Issue[];
/** Appends a property's name or an item's index to a JSON Pointer. */
export declare function join(path: string, token: string | number): string;
/** Adds an issue, unless there are enough or it is known. */
export declare function report(out: IssueCollector, path: string, schemaPath: string, keyword: string, expected: IssueValue, actual: IssueValue, message: string): void;
/** Follows a schema that contains itself one level down. */
export declare function nested(find: IssueFinder, value: unknown, path: string, out: IssueCollector): void;
/** The value has the wrong type. */
export declare function wrongType(value: unknown, path: string, out: IssueCollector, schema: string, expected: string): void;
/** The object to look into, or undefined after an issue. */
export declare function expectObject(value: unknown, path: string, out: IssueCollector, schema: string): Members | undefined;
/** The array to look into, or undefined after an issue. */
export declare function expectArray(value: unknown, path: string, out: IssueCollector, schema: string): readonly unknown[] | undefined;
/** Issues of a null or a boolean. */
export declare function scalarIssues(value: unknown, path: string, out: IssueCollector, schema: string, type: 'null' | 'boolean'): void;
/** The limits of a string. */
export interface TextLimits {
    /** False where values that are no strings pass. */
    readonly typed?: boolean;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: TextPattern;
}
/** Issues of a string. */
export declare function textIssues(value: unknown, path: string, out: IssueCollector, schema: string, limits?: TextLimits): void;
/** The issue of a property's name that is too long for the patterns that names are checked against. */
export declare function longNameIssues(name: string, path: string, out: IssueCollector, schema: string, limit: number): void;
/** A keyword that limits a size, and its limit. */
export type Limit = readonly [keyword: string, limit: number];
/** Issues of a length or a count. */
export declare function sizeIssues(size: number, path: string, out: IssueCollector, schema: string, unit: string, [lowKeyword, low]: Limit, [highKeyword, high]?: Limit): void;
/** The limits of a number. */
export interface NumberLimits {
    /** False where values that are no numbers pass. */
    readonly typed?: boolean;
    readonly integer?: boolean;
    readonly minimum?: number;
    readonly exclusiveMinimum?: number;
    readonly maximum?: number;
    readonly exclusiveMaximum?: number;
    readonly multipleOf?: number;
}
/** Issues of a number. */
export declare function numberIssues(value: unknown, path: string, out: IssueCollector, schema: string, limits?: NumberLimits): void;
/** The value is none of the allowed ones. */
export declare function literalIssues(value: unknown, path: string, out: IssueCollector, schema: string, allowed: Iterable<unknown>): void;
/** Issues of the properties that are missing. */
export declare function requiredIssues(object: Members, path: string, out: IssueCollector, schema: string, names: readonly string[]): void;
/** Issues of the properties that must be present because `name` is. */
export declare function dependentIssues(object: Members, path: string, out: IssueCollector, schema: string, name: string, names: readonly string[]): void;
/** Issues of a property's name, which stand at the property. */
export declare function nameIssues(name: string, path: string, out: IssueCollector, schema: string, find: IssueFinder): void;
/** Nothing may stand here. */
export declare function forbidden(value: unknown, path: string, out: IssueCollector, schema: string, keyword: string): void;
/** The value has a form that is ruled out. */
export declare function ruledOut(value: unknown, path: string, out: IssueCollector, schema: string): void;
/** Two items are equal. */
export declare function repeatedItems(path: string, out: IssueCollector, schema: string): void;
/** The issues that `find` alone gives. */
export declare function issuesOfBranch(find: IssueFinder, value: unknown, path: string, out: IssueCollector): readonly Issue[];
