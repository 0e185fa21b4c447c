import type { Box, Canvas, Point, Wire } from './canvas.mts';

/** Lines of a canvas that a reader cannot follow: across one another, or behind a node. */

const text = ({ from, output, to, input }: Wire): string => `${from}[${output}] -> ${to}[${input}]`;

/** Where two stretches of line meet; null where they do not. */
function meet([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point | null {
	const [r, s] = [
		{ x: b.x - a.x, y: b.y - a.y },
		{ x: d.x - c.x, y: d.y - c.y },
	];
	const area = r.x * s.y - r.y * s.x;
	if (area === 0) return null;
	const t = ((c.x - a.x) * s.y - (c.y - a.y) * s.x) / area;
	const u = ((c.x - a.x) * r.y - (c.y - a.y) * r.x) / area;
	return t < 0 || t > 1 || u < 0 || u > 1 ? null : { x: a.x + t * r.x, y: a.y + t * r.y };
}

const stretches = ({ points }: Wire): Array<readonly [Point, Point]> =>
	points.slice(1).flatMap((point, index) => {
		const before = points[index];
		return before === undefined ? [] : [[before, point] as const];
	});

/** A port that both have: wires part or join there, and run side by side for some pixels. */
const NEAR = 16;

function sharedEnds(one: Wire, other: Wire): Point[] {
	const ends: Array<Point | undefined> = [];
	if (one.from === other.from && one.output === other.output) ends.push(one.points[0]);
	if (one.to === other.to && one.input === other.input) ends.push(one.points.at(-1));
	return ends.filter((end) => end !== undefined);
}

function cross(one: Wire, other: Wire): boolean {
	const ends = sharedEnds(one, other);
	const isEnd = (at: Point): boolean =>
		ends.some(({ x, y }) => Math.hypot(at.x - x, at.y - y) < NEAR);
	return stretches(one).some((piece) =>
		stretches(other).some((against) => {
			const at = meet(piece, against);
			return at !== null && !isEnd(at);
		}),
	);
}

export interface Crossing {
	/** The node that both leave; null for wires of two nodes. */
	from: string | null;
	/** The node that both reach; null likewise. */
	to: string | null;
	text: string;
}

export function crossings({ wires }: Canvas): Crossing[] {
	return wires.flatMap((one, index) =>
		wires
			.slice(index + 1)
			.filter((other) => cross(one, other))
			.map((other) => ({
				from: one.from === other.from ? one.from : null,
				to: one.to === other.to ? one.to : null,
				text: `${text(one)} x ${text(other)}`,
			})),
	);
}

const inside = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
	x > left && x < right && y > top && y < bottom;

/** Wires that run behind the square of a node that is not theirs, or behind any node's name. */
export function hidden({ nodes, wires }: Canvas): string[] {
	return wires.flatMap((wire) =>
		[...nodes.values()]
			.filter(({ name, body, label }) => {
				const isOwn = name === wire.from || name === wire.to;
				const behind = wire.points.some((point) => !isOwn && inside(body, point));
				return behind || wire.points.some((point) => inside(label, point));
			})
			.map(({ name }) => `${text(wire)} behind ${name}`),
	);
}
