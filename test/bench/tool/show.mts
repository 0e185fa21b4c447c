/** How figures are written, on the terminal and in the document. */

export const ms = (value: number): string =>
	value < 10
		? `${value.toFixed(1)} ms`
		: value < 1000
			? `${Math.round(value)} ms`
			: `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;

export const count = (value: number): string =>
	Math.round(value)
		.toString()
		.replace(/\B(?=(\d{3})+$)/g, ',');

export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;

export const gb = (megabytes: number): string => `${(megabytes / 1000).toFixed(2)} GB`;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
