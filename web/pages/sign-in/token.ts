/** The one-time part of an address stands behind `#`, so that it reaches no server's log and no referrer. */
export const tokenInAddress = (): string => decodeURIComponent(location.hash.slice(1));
