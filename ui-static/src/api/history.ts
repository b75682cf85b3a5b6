import { callJson } from "./http.ts";

export interface HistoryState {
  lagSeconds: number;
  lastRecordAt?: string | null;
  diskFreeBytes: number;
  unknownRecords: number;
  readOnly: boolean;
  reason?: string | null;
}

export const readHistory = (): Promise<HistoryState> => callJson("/api/history");
