import { app, people } from '@microsoft/teams-js';

/** Somebody of the organisation's directory. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
}

/** Whether the host can show the directory. */
export function canPickPeople(): boolean {
  return app.isInitialized() && people.isSupported();
}

/** Lets the person choose somebody; `null` when they chose nobody, or the host would not show the directory. */
export async function pickPerson(title: string): Promise<DirectoryPerson | null> {
  try {
    const [picked] = await people.selectPeople({ title, singleSelect: true, openOrgWideSearchInChatOrChannel: true });
    return picked === undefined ? null : { id: picked.objectId, name: picked.displayName ?? '' };
  } catch {
    return null;
  }
}
