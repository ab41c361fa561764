"""A record as FHIR R4: resources as plain JSON, with codes that other systems know."""
