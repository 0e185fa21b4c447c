import { Html } from './html';

/** Small line drawings, made for this page; decoration only, so hidden from screen readers. */
const PATHS = {
	logo: '<path d="M3 13.5 8 4l5 9.5M5 10h6"/>',
	check: '<path d="m3.5 8.5 3 3 6-7"/>',
	warn: '<path d="M8 2.5 14.2 13H1.8zM8 6.4v3.2M8 11.4v.2"/>',
	info: '<circle cx="8" cy="8" r="6"/><path d="M8 7.3V11M8 4.9v.2"/>',
	deactivate:
		'<circle cx="6.5" cy="5" r="2.6"/><path d="M2 13.5c.4-3 2.200-4.500 4.500-4.500 1 0 1.900.3 2.600.8M10.500 12.200h4"/>',
	hold: '<circle cx="8" cy="8" r="6"/><path d="M6.400 5.600v4.800M9.600 5.600v4.800"/>',
	reactivate: '<path d="M13 8a5 5 0 1 1-1.500-3.600M13 2.200v2.900h-2.900"/>',
	create:
		'<circle cx="6.500" cy="5" r="2.600"/><path d="M2 13.500c.4-3 2.200-4.500 4.500-4.500 1 0 1.900.3 2.600.8M12.500 10.200v4M10.500 12.200h4"/>',
	update: '<path d="m3 13 .7-2.900 7.200-7.200 2.200 2.200-7.200 7.200zM9.400 4.400l2.200 2.200"/>',
	takeover:
		'<circle cx="5" cy="5" r="2.400"/><path d="M1.500 13c.3-2.600 1.700-4 3.500-4M7.500 11.500h6.500M11.500 9l2.500 2.500-2.500 2.500"/>',
	move: '<path d="M2.500 5h10M9.800 2.300 12.500 5 9.800 7.700M13.500 11h-10M6.200 8.300 3.500 11l2.700 2.700"/>',
	differs: '<path d="M3 6h10M3 10h10M10.500 3l-5 10"/>',
	unknown:
		'<circle cx="8" cy="8" r="6"/><path d="M6.300 6.400c0-2.400 3.400-2.400 3.400-.2 0 1.400-1.700 1.500-1.700 2.900M8 11.300v.2"/>',
	link: '<path d="M6.700 9.300 9.300 6.700M7.400 4.800l1.200-1.200a2.700 2.700 0 0 1 3.800 3.800l-1.200 1.200M8.600 11.200l-1.200 1.200a2.700 2.700 0 0 1-3.800-3.800l1.200-1.200"/>',
	note: '<path d="M3.500 2.500h9v7l-4 4h-5zM8.500 13.500v-4h4M6 5.500h4M6 7.800h2"/>',
} as const;

export type IconName = keyof typeof PATHS;

export const icon = (name: IconName): Html =>
	new Html(
		`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`,
	);
