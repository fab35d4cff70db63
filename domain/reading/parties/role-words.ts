/** What contracts call the one who supplies, and the one who is supplied. */
export const vendorWords =
  /^(?:the )?(?:vendor|supplier|provider|service provider|services provider|licensor|processor|data processor|contractor|consultant|seller|developer|manufacturer|host|we|us|our|importer|data importer|outsourcer|company)$/i
export const customerWords =
  /^(?:the )?(?:customer|client|licensee|controller|data controller|buyer|purchaser|subscriber|user|you|your|member|end user|data exporter|exporter)$/i
/** Roles of other trades, which say who is a party and not who supplies. */
export const roleWords =
  /^(?:the )?(?:distributor|reseller|owner|operator|agent|executive|employee|employer|sponsor|manager|advisor|adviser|franchisee|franchisor|publisher|affiliate|partner|lender|borrower|landlord|tenant|bank|fund|trust|issuer|servicer|holder|investor|purchasers?|artist|producer|promoter|escrow agent|grantor|grantee|assignor|assignee|transferor|transferee)$/i
