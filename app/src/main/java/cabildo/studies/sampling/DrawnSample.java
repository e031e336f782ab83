package cabildo.studies.sampling;

import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.statistics.selection.PublicDraw;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a plan, a frame and a seed give, without a database: the same as the draw that was kept.
///
/// @param frameSha256 of the canonical CSV of the frame
public record DrawnSample(List<PlanStratum> strata, List<SampledUnit> units, String frameSha256) {

  public static DrawnSample of(PlanTerms terms, List<FrameUnit> frame, String seed) {
    Allotment allotment = Allotment.of(terms, frame);
    return new DrawnSample(
        allotment.strata(), allotment.drawn(PublicDraw.start(seed, "")), FrameCsv.sha256(frame));
  }

  /// The hash of a plan whose seed comes from a public draw.
  public String planSha256(PlanTerms terms) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("terms", terms.toJson());
    json.put("frame", frameSha256);
    json.putNull("seedCommitment");
    return Digest.of(json);
  }
}
