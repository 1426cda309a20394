/**
 * GUIDs that are the same for everybody: applications of Microsoft in Microsoft Entra, identity providers of
 * Windows, event providers, and tenants of Microsoft itself. Microsoft publishes the applications under
 * "Verify first-party Microsoft applications in sign-in reports".
 */
export const wellKnownGuids: readonly string[] = [
  // The default group policies of every domain (Microsoft: Dcgpofix)
  '31b2f340-016d-11d2-945f-00c04fb984f9',
  '6ac1786c-016f-11d2-945f-00c04fb984f9',
  // Applications
  '0000000a-0000-0000-c000-000000000000',
  '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  '1b730954-1685-4b74-9bfd-dac224a7b894',
  '26a4ae64-5862-427f-a9b0-044e62572a4f',
  '29d9ed98-a469-4536-ade2-f981bc1d605e',
  '38aa3b87-a06d-4817-b275-7a316988d93b',
  '9ba1a5c7-f17a-4de9-a1f1-6178c8d51223',
  'c161e42e-d4df-4a3d-9b42-e7a3c31f59d4',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'd4ebce55-015a-49b5-a083-c84d1797ae8c',
  'dd762716-544d-4aeb-a526-687b73838a22',
  'de50c81f-5f80-4771-b66b-cebd28ccdfc1',
  'fc0f3af4-6835-4174-b806-f7db311fd2f3',
  // Identity providers of Windows
  'b16898c6-a148-4967-9171-64d755da8520',
  'd7f9888f-e3fc-49b0-9ea6-a85b5f392a4f',
  // Event providers
  '3da494e4-0fe2-415c-b895-fb5265c5c83b',
  '4de9bc9c-b27a-43c9-8994-0915f1a5e24f',
  '23b8d46b-67dd-40a3-b636-d43e50552c6d',
  'de7b24ea-73c8-4a09-985d-5bdadcfa9017',
  // Tenants of Microsoft
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '9188040d-6c67-4c5b-b112-36a304b66dad',
];

/** COM interfaces, applications of Microsoft with reserved ids, and media types. */
export const wellKnownGuidEnds: readonly string[] = [
  '-0000-0000-c000-000000000046',
  '-0000-0000-c000-000000000000',
  '-0000-0010-8000-00aa00389b71',
];

/** Accounts of a domain or a computer, of Microsoft Entra, of a virtual machine and of a Microsoft account. */
export const personalSids: readonly string[] = ['s-1-5-21-', 's-1-12-1-', 's-1-5-83-1-', 's-1-11-96-'];

/** Beginnings of the names of certificates and authorities that every device has. */
export const wellKnownCertificateNames: readonly string[] = [
  'microsoft',
  'ms-organization',
  'sms',
  'configmgr',
  'sccm',
  'windows',
  'digicert',
  'baltimore cybertrust',
  'globalsign',
  'verisign',
  'entrust',
  'us',
  'redmond',
  'washington',
  'users',
  'computers',
  'domain controllers',
];

/** This computer, all computers, public resolvers, and the addresses at which every Azure machine finds its host. */
export const wellKnownAddresses: readonly string[] = [
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '9.9.9.9',
  '168.63.129.16',
  '169.254.169.254',
];
