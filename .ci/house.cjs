/**
 * The floors of core/, lowest first: what each room holds, and which rooms below it may be used. The quality
 * lint makes its rules of this table, and test/package/house.test.mts reads the imports themselves.
 */
const ROOMS = {
	issues: { uses: [] },
	model: { uses: ['issues'] },
	ui: { uses: ['issues', 'model'] },
	normalize: { uses: ['issues', 'model', 'ui'] },
	identity: { uses: ['issues', 'model'] },
	payroll: { uses: ['issues', 'model', 'ui', 'normalize'] },
	connect: { uses: ['issues', 'model', 'ui', 'payroll'] },
	plan: { uses: ['issues', 'model', 'ui', 'normalize', 'identity', 'payroll'] },
	approval: { uses: ['issues', 'model', 'normalize', 'identity', 'payroll', 'plan'] },
	apply: { uses: ['issues', 'model', 'ui', 'identity', 'payroll', 'plan', 'approval'] },
	runLog: { uses: ['issues', 'model', 'ui', 'connect', 'plan', 'approval'] },
	report: { uses: ['issues', 'model', 'ui', 'payroll', 'plan', 'approval', 'runLog'] },
	explain: { uses: ['issues', 'model', 'ui', 'identity', 'plan', 'runLog', 'report'] },
};

/** How deep a file may lie below core/. */
const DEEPEST = 3;

/**
 * For each room and depth the files, and a pattern that matches every import that leaves the room for
 * anything but what it may use. A file that lies in core/ itself (sync.ts) may use all rooms.
 */
const floorRules = Object.entries(ROOMS).flatMap(([room, { uses }]) =>
	Array.from({ length: DEEPEST }, (_, index) => {
		const up = '\\.\\./'.repeat(index + 1);
		const allowed = [room, ...uses].join('|');
		return {
			files: [`core/${room}${'/*'.repeat(index + 1)}.ts`],
			regex: `^${up}(?!\\.\\./)(?!(?:${allowed})(?:/|$))`,
			message: `core/${room} may use ${uses.length === 0 ? 'no other room' : uses.join(', ')}: .ci/house.cjs.`,
		};
	}),
);

module.exports = { ROOMS, floorRules };
