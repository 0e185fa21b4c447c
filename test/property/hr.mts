import fc from 'fast-check';

/**
 * An HR system in miniature, for the model test: what really is the case, day by day, and the raw
 * records that the NMBRS node would deliver of it. Days are numbers; day 0 is 2026-01-01.
 */

export const dayToDate = (day: number): string =>
	new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

export interface Human {
	key: number;
	/** Changes with a transfer to another company: a new record, the same human. */
	record: number;
	start: number;
	/** Last day in service; null while open. */
	end: number | null;
	email: string;
	lastName: string;
	access: 'ja' | 'nee';
	/** Earlier records of this human, with their last day. */
	earlier: Array<{ record: number; start: number; end: number; email: string; lastName: string }>;
}

export type Event =
	| { kind: 'hire'; inDays: number }
	| { kind: 'leave'; who: number; inDays: number }
	| { kind: 'undoLeave'; who: number }
	| { kind: 'return'; who: number; inDays: number }
	| { kind: 'rename'; who: number }
	| { kind: 'newAddress'; who: number }
	| { kind: 'access'; who: number; access: 'ja' | 'nee' }
	| { kind: 'transfer'; who: number };

export type Weather = 'fine' | 'nothing read' | 'half read' | 'not approved' | 'stopped half-way';

export interface Day {
	events: Event[];
	weather: Weather;
	stop: number;
}

const who = fc.nat({ max: 30 });

const event: fc.Arbitrary<Event> = fc.oneof(
	fc.record({ kind: fc.constant('hire' as const), inDays: fc.integer({ min: -3, max: 10 }) }),
	fc.record({ kind: fc.constant('leave' as const), who, inDays: fc.integer({ min: -2, max: 8 }) }),
	fc.record({ kind: fc.constant('undoLeave' as const), who }),
	fc.record({ kind: fc.constant('return' as const), who, inDays: fc.integer({ min: 0, max: 5 }) }),
	fc.record({ kind: fc.constant('rename' as const), who }),
	fc.record({ kind: fc.constant('newAddress' as const), who }),
	fc.record({
		kind: fc.constant('access' as const),
		who,
		access: fc.constantFrom('ja' as const, 'nee' as const),
	}),
	fc.record({ kind: fc.constant('transfer' as const), who }),
);

export const days = (count: number): fc.Arbitrary<Day[]> =>
	fc.array(
		fc.record({
			events: fc.array(event, { maxLength: 2 }),
			weather: fc.oneof(
				{ weight: 6, arbitrary: fc.constant<Weather>('fine') },
				{
					weight: 4,
					arbitrary: fc.constantFrom<Weather>(
						'nothing read',
						'half read',
						'not approved',
						'stopped half-way',
					),
				},
			),
			stop: fc.nat({ max: 4 }),
		}),
		{ minLength: count, maxLength: count },
	);

const inService = (human: Human, today: number): boolean =>
	human.start <= today && (human.end === null || human.end >= today);

/** What happens to the company on one day; events that make no sense for that human change nothing. */
export function happen(
	company: Human[],
	event: Event,
	today: number,
	nextRecord: () => number,
): void {
	if (event.kind === 'hire') {
		const record = nextRecord();
		company.push({
			key: record,
			record,
			start: today + event.inDays,
			end: null,
			email: `p${record}@example.nl`,
			lastName: `Naam${record}`,
			access: 'ja',
			earlier: [],
		});
		return;
	}
	const human = company[event.who % Math.max(company.length, 1)];
	if (human === undefined) return;
	switch (event.kind) {
		case 'leave':
			if (human.end === null && human.start <= today + event.inDays)
				human.end = today + event.inDays;
			return;
		case 'undoLeave':
			if (human.end !== null && human.end >= today) human.end = null;
			return;
		case 'return':
			if (human.end !== null && human.end < today) {
				human.start = today + event.inDays;
				human.end = null;
			}
			return;
		case 'rename':
			human.lastName = `Naam${human.key}-${today}`;
			return;
		case 'newAddress':
			human.email = `p${human.key}-${today}@example.nl`;
			return;
		case 'access':
			human.access = event.access;
			return;
		case 'transfer': {
			// On the same day, so that the old record has ended and the new one is in service tomorrow.
			if (!inService(human, today) || human.end !== null || human.start >= today) return;
			const { record, start, email, lastName } = human;
			human.earlier.push({ record, start, end: today, email, lastName });
			human.record = nextRecord();
			human.start = today + 1;
		}
	}
}

const birthday = (key: number): string =>
	`19${60 + (key % 40)}-${String(1 + (key % 12)).padStart(2, '0')}-${String(1 + (key % 28)).padStart(2, '0')}`;

const raw = (
	key: number,
	record: number,
	start: number,
	end: number | null,
	today: number,
	email: string,
	lastName: string,
	access: string,
) => ({
	source: 'nmbrs',
	employeeId: `00000000-0000-4000-8000-${String(record).padStart(12, '0')}`,
	employeeNumber: String(record),
	// Nmbrs moves a leaver to formerPayroll when the last day has passed.
	employeeType: end !== null && end < today ? 'formerPayroll' : 'payroll',
	firstName: `Mens${key}`,
	prefix: null,
	lastName,
	birthDate: birthday(key),
	businessEmail: email,
	privateEmail: null,
	startDate: dayToDate(start),
	endDate: end === null ? null : dayToDate(end),
	seniorityDate: null,
	employments: [
		{
			employmentId: `e${record}`,
			startDate: dayToDate(start),
			endDate: end === null ? null : dayToDate(end),
			seniorityDate: null,
		},
	],
	department: { code: 1, description: 'Kantoor' },
	company: { id: 'c1', number: '1', name: 'Voorbeeld BV', debtorId: 'd1' },
	extraFields: { alleo_access: access },
	extraFieldsStatus: 'read',
	notices: [],
});

export const externalIdOf = (record: number): string =>
	`nmbrs-00000000-0000-4000-8000-${String(record).padStart(12, '0')}`;

/** The records that a complete read gives on that day. */
export const records = (company: readonly Human[], today: number): Array<ReturnType<typeof raw>> =>
	company.flatMap((human) => [
		...human.earlier.map((old) =>
			raw(human.key, old.record, old.start, old.end, today, old.email, old.lastName, human.access),
		),
		raw(
			human.key,
			human.record,
			human.start,
			human.end,
			today,
			human.email,
			human.lastName,
			human.access,
		),
	]);

/** The naive reference: who has an active account, and with which values, on that day. */
export const expectedActive = (company: readonly Human[], today: number): string[] =>
	company
		.filter((human) => inService(human, today) && human.access === 'ja')
		.map(
			(human) =>
				`${externalIdOf(human.record)} ${human.email} ${human.lastName} ${birthday(human.key)}`,
		)
		.sort();
