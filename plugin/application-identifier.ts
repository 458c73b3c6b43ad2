/** The application's universal identifier. It names the application in every workspace; it never changes. */
export const APPLICATION_IDENTIFIER = '7a6f8f0e-0b5e-4c57-9d2f-3b8d5c6e1a42';
