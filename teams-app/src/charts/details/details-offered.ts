import { createContext } from 'react';

/** Whether figures offer their details. The stage does not, whatever size its figures have: it is the room's. */
export const DetailsOffered = createContext(true);
