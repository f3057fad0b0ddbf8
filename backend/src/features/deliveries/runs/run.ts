import type { Task } from '../../../tasks';

/** A request that travels with a run; the request itself says whether it still does (`run`). */
export interface RunMember {
  readonly delivery: string;
  readonly household: string;
  readonly code: string;
  readonly weightGrams: number;
  readonly estimateFen: number;
  readonly priority: number;
}

/** Bags and money passed from one carrier to the next; what the first one advanced stays owed to that person. */
export interface RunHandover {
  readonly from: string;
  readonly to: string;
  readonly bags: number;
  readonly at: Date;
  /** Of the bags, by whoever gave them. */
  readonly photo?: string;
}

/** Cash of the float at the last change of carrier. Fen. */
export interface HandoverCash {
  /** Who had it. */
  readonly from: string;
  /** What that one answered for. */
  readonly heldFen: number;
  /** What that one said goes along, and what the next one counted. */
  readonly statedFen: number;
  readonly countedFen?: number;
  /** Who counted it: has it now. */
  readonly countedBy?: string;
  /** Counted by whoever keeps the money: it is out no more. */
  readonly toCashier?: true;
  /** What counts: both said the same, or the grid leader has decided. */
  readonly agreedFen?: number;
  /** What had gone out by then; what is given later is the next one's. */
  readonly floatFen: number;
}

/** What only a run knows of itself. */
export interface RunDetail {
  readonly shop: string;
  readonly shopName?: string;
  readonly window: RunWindow;
  readonly members: readonly RunMember[];
  readonly weightGrams: number;
  readonly estimateFen: number;
  /** Requests in walking order, fixed when the run is locked. */
  readonly order?: readonly string[];
  /** For the router: nobody carries a relative's money. */
  readonly households?: readonly string[];
  readonly floatFen: number;
  readonly floatReturnedFen?: number;
  readonly handovers?: readonly RunHandover[];
  readonly handoverCash?: HandoverCash;
  /** Bags of the last handover as whoever took over counted them: the second tick. */
  readonly handoverCount?: { readonly bags: number; readonly at: Date };
}

/** When a run is out, and until when it takes requests. */
export interface RunWindow {
  readonly from: Date;
  readonly to: Date;
  readonly cutOff: Date;
}

export interface Run extends Task<RunDetail> {
  readonly kind: 'RUN';
}
