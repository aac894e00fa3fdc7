/** The name of a drawing of nothing: it keeps names and numbers off the circle below it. */
export const GROUND = 'ground';
/** The name of the drawing that lies where nobody reports from. */
export const HATCH = 'hatch';
