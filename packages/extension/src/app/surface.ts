/** The side panel next to the page that is read, or a whole tab. */
export type Surface = 'panel' | 'workspace';
