/** What a radio button chooses, and what that means. */
export function Choice({ name, hint }: { readonly name: string; readonly hint: string }) {
  return (
    <>
      <strong>{name}</strong>
      <br />
      {hint}
    </>
  );
}
