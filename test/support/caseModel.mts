import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Employee } from '../../core/model/employee';
import type { DiffOptions } from '../../core/plan/options';

/** The cases from real life (test/fixtures/cases): a small input with the outcome that is right. */

/** What differs from an ordinary person in service, by the system that the record is of. */
export interface CaseRecord {
	nmbrs?: IDataObject;
	afas?: IDataObject;
	custom?: IDataObject;
	/** So many of `record`, with `{i}` counting from 0. */
	repeat?: number;
	record?: CaseRecord;
}

/** Fields of a normalized person, and words about them. */
export interface ExpectedPerson extends IDataObject {
	/** A code among the issues. */
	issue?: string;
	/** One of these statuses, or a notice on the person. */
	statusOrNotice?: string[];
	/** Held, or each field has one of these values. */
	heldOr?: Record<string, IDataObject[string][]>;
}

type Actions = string | null | Array<string | null>;

export interface CaseExpect {
	/** Allowed actions by external id; null = no row. */
	actions?: Record<string, Actions>;
	/** Exactly these rows, by external id. */
	only?: Record<string, string>;
	never?: Array<{ action?: string; external_id?: string }>;
	/** A hold, or the plan needs approval. */
	askedOrHeld?: string[];
	/** A hold, approval or a notice. */
	flagged?: string[];
	/** By the index of the person. */
	people?: Record<string, ExpectedPerson>;
	tripped?: string[];
	/** Prefix and last name of the account once the row is applied. */
	surname?: Record<string, string>;
	/** A text that no value of the row contains. */
	notWritten?: Record<string, string>;
	noNotice?: string[];
	needsApproval?: boolean;
	referenceDate?: string;
}

export interface Case {
	id: string;
	kind: string;
	step: 'normalize' | 'diff' | 'pipe' | 'afas';
	why?: string;
	records?: CaseRecord[];
	employees?: Array<Partial<Employee>>;
	/** Rows of a GetConnector, and its columns beside the usual ones. */
	rows?: IDataObject[];
	columns?: string[];
	alleo?: IDataObject[];
	/** Parameters of Employee Normalize. */
	normalize?: IDataObject;
	diff?: Partial<DiffOptions>;
	options?: { filler?: number; coverage?: object[] };
	clock?: { at: string; zone: string };
	expect: CaseExpect;
}

const FOLDER = path.resolve(__dirname, '..', 'fixtures', 'cases');

export const casesOf = (file: string): Case[] =>
	JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Case[];
