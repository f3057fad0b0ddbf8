/** Where somebody in quarantine is, is to be, or goes. */
export interface Whereabouts {
  readonly verdict?: 'HOME' | 'CENTRAL' | undefined;
  readonly placement?: string | undefined;
  readonly moveTo?: 'HOME' | 'CENTRAL' | undefined;
}

/** What a site's manager and a sampler have to do with: whoever is in a site or comes to one (handbook 2.3). Pure. */
export function isOfSites({ verdict, placement, moveTo }: Whereabouts): boolean {
  return verdict === 'CENTRAL' || placement === 'CENTRAL' || moveTo === 'CENTRAL';
}
