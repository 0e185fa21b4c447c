import type { TextTable } from '../../ui/texts';

/** The words about a dry run of an unpublished version. */
export const DRAFT_TEXT = {
	draft: ['Dry run of an unpublished version', 'Proefrun van een niet-gepubliceerde versie'],
	draftEditor: ['Dry run of the version in the editor', 'Proefrun van de versie in de editor'],
	draftFirst: [
		'No version of this workflow is published yet, so no daily run works by it.',
		'Er is nog geen versie van deze workflow gepubliceerd; er loopt dus geen dagelijkse run mee.',
	],
	draftSame: [
		'Its settings are those of the published version.',
		'De instellingen zijn die van de gepubliceerde versie.',
	],
	draftDiffers: [
		'{count} settings differ from the published version, by which the daily run works.',
		'{count} instellingen verschillen van de gepubliceerde versie, waarmee de dagelijkse run werkt.',
	],
	draftDiffersOne: [
		'1 setting differs from the published version, by which the daily run works.',
		'1 instelling verschilt van de gepubliceerde versie, waarmee de dagelijkse run werkt.',
	],
	draftUnknown: [
		'It could not be compared in full with the published version: settings that are not shown here may differ, too.',
		'Vergelijken met de gepubliceerde versie lukte niet of niet helemaal: ook instellingen die hier niet staan, kunnen verschillen.',
	],
	draftShowAll: ['Show all {count} settings', 'Toon alle {count} instellingen'],
	draftSetting: ['Setting', 'Instelling'],
	draftPublished: ['Published', 'Gepubliceerd'],
	draftHere: ['In this dry run', 'In deze proefrun'],
	draftAbsent: ['not there', 'niet aanwezig'],
} as const satisfies TextTable;
