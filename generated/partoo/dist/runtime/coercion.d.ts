/** What frameworks hand over: `URLSearchParams`, `Headers`, or an object of texts, or lists of them, by name. */
export type RawValues = Iterable<readonly [name: string, value: string]> | Readonly<Record<string, string | readonly string[] | undefined>>;
/** The values by name: what could be read has its type, what could not is still text. */
export type Coerced<Values> = { [Name in keyof Values]?: Values[Name] | string | readonly string[] };
/** Reads one text, or the texts of one name, as something else. */
export type Coercion = (raw: unknown) => unknown;
/** How the value of a name is found and read. */
export interface CoercionPlan {
	readonly read?: Coercion;
	/** The name is that of an object whose members stand under `name[member]`, or by their own names. */
	readonly members?: "bracketed" | "spread";
	/** For objects: how their members are read. */
	readonly parts?: Readonly<Record<string, Coercion>>;
}
/** A plan for a name that says something else to TypeScript, as `constructor` does. */
export declare const asPlan: (one: CoercionPlan) => CoercionPlan;
/** A text as it is. */
export declare const asText: Coercion;
/** A number as JSON writes it, unless digits would be lost. */
export declare const toNumber: Coercion;
/** `true` or `false`. */
export declare const toBoolean: Coercion;
/** One of the constants that are no texts, by the text that it is written as. */
export declare const toConstant: (constants: readonly (number | boolean | null)[]) => Coercion;
/** The first of several readings that makes something of the text. */
export declare const toFirst: (...readings: readonly Coercion[]) => Coercion;
/** A list: of the texts of a repeated name, or of the parts of one text where the style joins them. */
export declare const toList: (read: Coercion, separator?: string) => Coercion;
/** An object written as `key,value,key,value`, or `key=value,key=value` where `exploded`. */
export declare const toObject: (parts: Readonly<Record<string, Coercion>>, separator: string, exploded: boolean) => Coercion;
/** A value written as JSON. */
export declare const toJson: Coercion;
/**
 * The values of one place by name, those of `plans` read. Names without a plan stay as they are; `anyCase` is for
 * headers, whose names come in any case and leave in that of the plan.
 */
export declare function coerced(raw: RawValues, plans: Readonly<Record<string, CoercionPlan>>, anyCase?: boolean): Record<string, unknown>;
