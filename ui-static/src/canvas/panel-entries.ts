/** Changes entries of the panel; a group in which none changes stays the same object. */
export function changedEntries<E, G extends { entries?: E[] }>(groups: G[], change: (entry: E) => E): G[] {
  return groups.map((group) => {
    const entries = group.entries?.map(change);
    return entries === undefined || entries.every((entry, at) => entry === group.entries?.[at])
      ? group
      : { ...group, entries };
  });
}
